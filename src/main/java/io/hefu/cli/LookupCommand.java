package io.hefu.cli;

import io.hefu.console.LookupWords;
import io.hefu.console.Things;
import io.hefu.definition.Text;
import io.hefu.dictionary.FieldType;
import io.hefu.journey.Lookup;
import io.hefu.matching.Band;
import io.hefu.matching.MatchRule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Answers whether a customer is there already, and whose it is. */
@Command(name = "lookup")
final class LookupCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private AtHome home;

    @Mixin
    private Printed printed;

    @Option(names = "--limit", descriptionKey = "lookupLimit", paramLabel = "N", defaultValue = "10")
    private int limit;

    @Parameters(arity = "1..*", paramLabel = "WORDS", descriptionKey = "lookupWords")
    private List<String> words;

    LookupCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        String typed = Asked.filled("WORDS", String.join(" ", words));
        try (Hub hub = desk.open(home.folder()).requireSound()) {
            Lookup lookup = Engine.deciding(hub).lookup();
            MatchRule rule = lookup.rule()
                    .orElseThrow(() -> new Complaint(Text.of(
                            "这里没有客户查重；可尝试：写 config/matching/customer.matching.yaml",
                            "customers are not matched here; try: write config/matching/customer.matching.yaml")));
            List<Lookup.Found> found = lookup.find(LookupWords.of(rule, typed), Math.max(1, limit));
            if (found.isEmpty() && printed.forPeople()) {
                desk.terminal().say(Text.of("没有找到像“%s”的客户。", "Nothing like “%s” is there.", typed));
            } else {
                table(rule, found, new Things(hub.books())).print(desk.terminal(), printed.format());
            }
        }
        return Hefu.FINE;
    }

    private static Table table(MatchRule rule, List<Lookup.Found> found, Things things) {
        Table table = new Table().left("band", Text.of("把握", "how sure"));
        rule.shown().forEach(field -> table.left(field.name(), field.title()));
        table.left("systems", Text.of("所在系统", "systems"))
                .below("why", Text.of("依据", "why"))
                .hidden("uid")
                .hidden("probability");
        for (Lookup.Found each : found) {
            Object[] cells = new Object[rule.shown().size() + 5];
            cells[0] = each.band() == Band.NONE
                    ? Text.of("相近", "near")
                    : each.band().title();
            for (int i = 0; i < rule.shown().size(); i++) {
                FieldType field = rule.shown().get(i);
                boolean there = each.shown().containsKey(field);
                cells[i + 1] =
                        there ? things.value(field, Optional.of(each.shown().get(field))) : Text.NONE;
            }
            int next = rule.shown().size() + 1;
            cells[next] = each.systems().stream().collect(Collectors.joining(", "));
            cells[next + 1] = each.why().told();
            cells[next + 2] = each.uid();
            cells[next + 3] = String.format(Locale.ROOT, "%.3f", each.why().probability());
            table.row(cells);
        }
        return table;
    }
}
