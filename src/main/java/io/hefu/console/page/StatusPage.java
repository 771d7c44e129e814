package io.hefu.console.page;

import io.hefu.console.Books;
import io.hefu.console.FlowLine;
import io.hefu.console.FlowLines;
import io.hefu.console.Matter;
import io.hefu.console.Matters;
import io.hefu.console.ReminderLines;
import io.hefu.console.TargetLines;
import io.hefu.console.Warnings;
import io.hefu.definition.Text;
import io.hefu.expression.WorkCalendar;
import java.time.LocalDate;
import java.util.EnumMap;
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

    /** Of each kind: many of one must not push the others off the page. */
    private static final int FIRST = 3;

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
        List<Matter> first = firstOfEachKind(matters);
        model.addAttribute("matters", first);
        model.addAttribute("more", matters.size() - first.size());
        model.addAttribute("observed", new Warnings(shown.books()).observed().orElse(Text.NONE));
        model.addAttribute("targets", new TargetLines(shown.books()).all());
        model.addAttribute("reminders", new ReminderLines(shown.books()).latest(REMINDERS));
        Books books = shown.books();
        model.addAttribute(
                "warnings",
                books.snapshot()
                        .get()
                        .part(WorkCalendar.class)
                        .warnings(LocalDate.now(books.clock().withZone(books.zone()))));
        model.addAttribute("routes", shown.routes().get());
        model.addAttribute("refresh", true);
        return "status";
    }

    private static List<Matter> firstOfEachKind(List<Matter> matters) {
        Map<Matter.Kind, Integer> taken = new EnumMap<>(Matter.Kind.class);
        return matters.stream()
                .filter(matter -> taken.merge(matter.kind(), 1, Integer::sum) <= FIRST)
                .toList();
    }
}
