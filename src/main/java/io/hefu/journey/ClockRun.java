package io.hefu.journey;

import io.hefu.definition.Snapshot;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Ledger;
import io.hefu.ledger.RuleClocks;
import io.hefu.store.HubDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Where the clock enters: records of which a rule's time has come go to the rules though nothing changed. */
public final class ClockRun {
    private static final int AT_ONCE = 1000;

    private final Supplier<Snapshot> snapshot;
    private final HubDatabase database;
    private final Ledger ledger;
    private final HubMemory memory;
    private final Way way;
    private final Clock clock;

    public ClockRun(
            Supplier<Snapshot> snapshot, HubDatabase database, Ledger ledger, HubMemory memory, Way way, Clock clock) {
        this.snapshot = snapshot;
        this.database = database;
        this.ledger = ledger;
        this.memory = memory;
        this.way = way;
        this.clock = clock;
    }

    /** Everything that is due now. */
    public Equation run() {
        Instant now = clock.instant();
        Equation sum = Equation.NOTHING;
        List<RuleClocks.RuleClock> due;
        do {
            due = ledger.ruleClocks().dueUntil(now, AT_ONCE);
            // All that rings for a record rings together, so that of several steps only the latest is taken.
            Set<Uid> uids = due.stream().map(RuleClocks.RuleClock::uid).collect(Collectors.toSet());
            Map<String, List<RuleClocks.RuleClock>> byEntity = ledger.ruleClocks().dueUntil(now, uids).stream()
                    .collect(Collectors.groupingBy(RuleClocks.RuleClock::entity));
            for (Map.Entry<String, List<RuleClocks.RuleClock>> entity : byEntity.entrySet()) {
                sum = sum.plus(run(entity.getKey(), entity.getValue(), now));
            }
        } while (due.size() == AT_ONCE);
        return sum;
    }

    private Equation run(String entityName, List<RuleClocks.RuleClock> due, Instant now) {
        EntityType entity = snapshot.get().part(Dictionary.class).entity(entityName);
        BatchContext context = new BatchContext(
                BatchContext.HUB,
                entity,
                Optional.empty(),
                snapshot.get(),
                memory.state(),
                Origin.CLOCK,
                memory.reserveBatch(),
                now);
        Map<Uid, Set<String>> rung = new LinkedHashMap<>();
        due.forEach(ring ->
                rung.computeIfAbsent(ring.uid(), uid -> new LinkedHashSet<>()).add(ring.rule()));
        List<MergedRecord> records = new ArrayList<>();
        for (GoldenRecord golden : memory.state().goldens().find(rung.keySet()).values()) {
            records.add(new MergedRecord(Optional.of(golden), golden, Optional.empty(), rung.get(golden.uid())));
        }
        CommittedBatch committed = way.send(MergedBatch.due(context, records));
        if (committed.equation().clocked() != records.size()) {
            // The records changed meanwhile and the batch was let go: they ring again.
            return committed.equation();
        }
        // After the commit: a crash between the two rings again, and what follows from a ring has an identity of its
        // own.
        database.write(tx -> {
            ledger.ruleClocks().clear(tx, due);
            return 0;
        });
        return committed.equation();
    }
}
