package io.hefu.console.page;

import io.hefu.console.Matter;
import io.hefu.console.Matters;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits or is held, all of it or some. */
@Controller
class HeldPage {
    private static final int LISTED = 500;

    private final Console.Shown shown;

    HeldPage(Console.Shown shown) {
        this.shown = shown;
    }

    @GetMapping("/held")
    String held(
            @RequestParam Optional<String> kind,
            @RequestParam Optional<String> system,
            @RequestParam Optional<String> entity,
            Model model) {
        Matters.Filter filter = new Matters.Filter(kind.flatMap(Matter.Kind::find), system, entity, LISTED);
        model.addAttribute("matters", new Matters(shown.books()).list(filter));
        model.addAttribute("kinds", Matter.Kind.values());
        model.addAttribute("chosen", filter.kind().map(Matter.Kind::id).orElse(""));
        model.addAttribute("where", place(system, entity));
        return "held";
    }

    private static String place(Optional<String> system, Optional<String> entity) {
        return system.orElse("") + entity.map(name -> "/" + name).orElse("");
    }
}
