package io.hefu.console.page;

import io.hefu.console.FlowLine;
import io.hefu.console.FlowLines;
import io.hefu.console.Matter;
import io.hefu.console.Matters;
import io.hefu.console.ReminderLines;
import io.hefu.console.TargetLines;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Everything at a glance. */
@Controller
class StatusPage {
    /** Matters that are counted; beyond it the count says "at least". */
    private static final int COUNTED = 2000;

    private static final int FIRST = 12;
    private static final int REMINDERS = 15;

    private final Console.Shown shown;

    StatusPage(Console.Shown shown) {
        this.shown = shown;
    }

    @GetMapping("/")
    String status(Model model) {
        List<FlowLine> flows = new FlowLines(shown.books(), shown.flows()).all();
        List<Matter> matters = new Matters(shown.books()).list(Matters.Filter.all(COUNTED));
        Map<Matter.Kind, Long> kinds =
                matters.stream().collect(Collectors.groupingBy(Matter::kind, TreeMap::new, Collectors.counting()));
        model.addAttribute("flows", flows);
        model.addAttribute("total", FlowLines.total(flows));
        model.addAttribute("kinds", kinds);
        model.addAttribute("matters", matters.stream().limit(FIRST).toList());
        model.addAttribute("more", Math.max(0, matters.size() - FIRST));
        model.addAttribute("targets", new TargetLines(shown.books()).all());
        model.addAttribute("reminders", new ReminderLines(shown.books()).latest(REMINDERS));
        model.addAttribute("routes", shown.routes().get());
        model.addAttribute("refresh", true);
        return "status";
    }
}
