package io.hefu.console.page;

import io.hefu.console.Explainer;
import io.hefu.console.Explanation;
import io.hefu.dictionary.Uid;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One thing, explained; and the search for one. */
@Controller
class RecordPage {
    private final Console.Shown shown;

    RecordPage(Console.Shown shown) {
        this.shown = shown;
    }

    @GetMapping("/records/{uid}")
    String record(@PathVariable String uid, Model model) {
        Explainer explainer = new Explainer(shown.books());
        model.addAttribute(
                "thing",
                parsed(uid)
                        .flatMap(explainer::explain)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        return "record";
    }

    @GetMapping("/records")
    String search(@RequestParam(name = "q", defaultValue = "") String asked, Model model) {
        Explainer explainer = new Explainer(shown.books());
        List<Uid> found = asked.isBlank() ? List.of() : explainer.find(asked.strip());
        if (found.size() == 1) {
            return "redirect:/records/" + found.get(0);
        }
        List<Explanation> things =
                found.stream().flatMap(uid -> explainer.explain(uid).stream()).toList();
        model.addAttribute("asked", asked);
        model.addAttribute("things", things);
        return "search";
    }

    private static Optional<Uid> parsed(String uid) {
        try {
            return Optional.of(Uid.parse(uid));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
