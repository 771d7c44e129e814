package io.hefu.console.page;

import io.hefu.console.FlowLine;
import io.hefu.console.FlowLines;
import io.hefu.console.Matters;
import io.hefu.ledger.Batch;
import io.hefu.ledger.Flow;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One flow with its batches, the newest first. */
@Controller
class FlowPage {
    private static final int BATCHES = 40;
    private static final int MATTERS = 100;

    private final Console.Shown shown;

    FlowPage(Console.Shown shown) {
        this.shown = shown;
    }

    @GetMapping("/flows/{system}/{entity}")
    String flow(
            @PathVariable String system,
            @PathVariable String entity,
            @RequestParam Optional<Long> before,
            Model model) {
        FlowLine line = new FlowLines(shown.books(), shown.flows())
                .find(new Flow(system, entity))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        List<Batch> batches =
                shown.books().ledger().batches().list(Optional.of(system), Optional.of(entity), before, BATCHES);
        Matters.Filter filter = new Matters.Filter(Optional.empty(), Optional.of(system), Optional.of(entity), MATTERS);
        model.addAttribute("flow", line);
        model.addAttribute("batches", batches);
        model.addAttribute(
                "older", batches.size() == BATCHES ? batches.get(BATCHES - 1).number() : 0);
        model.addAttribute("matters", new Matters(shown.books()).list(filter));
        return "flow";
    }
}
