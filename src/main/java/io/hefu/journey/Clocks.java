package io.hefu.journey;

import io.hefu.dictionary.FieldType;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Survivorship;
import io.hefu.ledger.RuleClocks;
import io.hefu.rules.Ring;
import io.hefu.rules.Rule;
import io.hefu.rules.Rules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** When rules must look again at the records of a batch. */
final class Clocks {
    private Clocks() {}

    static List<RuleClocks.RuleClock> of(ChangeSet changes) {
        Rules rules = changes.context().snapshot().part(Rules.class);
        ZoneId zone = changes.context().snapshot().part(Deployment.class).zone();
        Instant now = changes.context().at();
        List<RuleClocks.RuleClock> clocks = new ArrayList<>();
        for (MergedRecord record : changes.records()) {
            GoldenRecord golden = record.after();
            if (!golden.deleted() && concerns(rules, record)) {
                for (Ring ring : rules.clocks(golden.merged(), now, zone)) {
                    clocks.add(new RuleClocks.RuleClock(
                            golden.uid(), ring.rule(), golden.entity().name(), ring.at()));
                }
            }
        }
        return clocks;
    }

    /** Clocks are set when the record is new or the date changed that they go by. */
    private static boolean concerns(Rules rules, MergedRecord record) {
        List<Rule> timed = rules.of(record.after().entity()).stream()
                .filter(rule -> rule.clock().isPresent())
                .toList();
        if (timed.isEmpty()) {
            return false;
        }
        if (record.before().isEmpty()) {
            return true;
        }
        Set<FieldType> changed = Survivorship.changed(record.before(), record.after());
        return timed.stream()
                .anyMatch(rule -> changed.contains(rule.clock().get().field()));
    }
}
