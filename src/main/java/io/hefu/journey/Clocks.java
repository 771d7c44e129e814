package io.hefu.journey;

import io.hefu.dictionary.FieldType;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Survivorship;
import io.hefu.ledger.RuleClocks;
import io.hefu.rules.Rule;
import io.hefu.rules.Rules;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When rules must look again at the records of a batch. */
final class Clocks {
    private Clocks() {}

    /**
     * What is to be set and what to be stopped.
     *
     * @param stopped clocks of records that lost their date, or whose date moved so that the moment has passed for good
     */
    record Settings(List<RuleClocks.RuleClock> set, List<RuleClocks.Stopped> stopped) {}

    static Settings of(ChangeSet changes) {
        Rules rules = changes.context().snapshot().part(Rules.class);
        Settings settings = new Settings(new ArrayList<>(), new ArrayList<>());
        for (MergedRecord record : changes.records()) {
            List<Rule> timed = timed(rules, record.after());
            if (!timed.isEmpty() && concerns(timed, record)) {
                add(changes, rules, timed, record, settings);
            }
        }
        return settings;
    }

    private static void add(ChangeSet changes, Rules rules, List<Rule> timed, MergedRecord record, Settings settings) {
        ZoneId zone = changes.context().snapshot().part(Deployment.class).zone();
        GoldenRecord golden = record.after();
        for (Rule rule : timed) {
            Optional<Instant> next = golden.deleted()
                    ? Optional.empty()
                    : rules.nextClock(rule, golden.merged(), changes.context().at(), zone);
            if (next.isPresent()) {
                settings.set()
                        .add(new RuleClocks.RuleClock(
                                golden.uid(), rule.id(), golden.entity().name(), next.get()));
            } else if (record.before().isPresent()) {
                settings.stopped().add(new RuleClocks.Stopped(golden.uid(), rule.id()));
            }
        }
    }

    private static List<Rule> timed(Rules rules, GoldenRecord golden) {
        return rules.of(golden.entity()).stream()
                .filter(rule -> rule.clock().isPresent())
                .toList();
    }

    /** Clocks are set when the record is new, gone or back, or the date changed that they go by. */
    private static boolean concerns(List<Rule> timed, MergedRecord record) {
        if (record.before().isEmpty()
                || record.before().get().deleted() != record.after().deleted()) {
            return true;
        }
        Set<FieldType> changed = Survivorship.changed(record.before(), record.after());
        return timed.stream()
                .anyMatch(rule -> changed.contains(rule.clock().get().field()));
    }
}
