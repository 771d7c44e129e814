package io.hefu.journey;

import io.hefu.definition.Snapshot;
import io.hefu.definition.Text;
import io.hefu.delivery.Precondition;
import io.hefu.delivery.Preview;
import io.hefu.delivery.WantedTables;
import io.hefu.delivery.Wish;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.Uid;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import io.hefu.ledger.Ledger;
import io.hefu.ledger.ParkedRecord;
import io.hefu.mapping.FieldFault;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import io.hefu.systems.Connections;
import io.hefu.systems.SystemFault;
import io.hefu.systems.WriteOperation;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes a plan: reads every flow along the same way as ever, over an overlay in place of the hub's database, and prepares
 * what each target would be told. Nothing is written anywhere.
 */
public final class PlanRun {
    /** Hears how far a plan is. */
    public interface Progress {
        void reading(Flow flow);

        void read(Flow flow, Equation equation);
    }

    private final Supplier<Snapshot> snapshot;
    private final Connections connections;
    private final Ledger ledger;
    private final HubMemory memory;
    private final WantedTables wanted;
    private final Function<HubState, List<Precondition>> preconditions;
    private final Way way;
    private final Clock clock;

    /** @param preconditions of deliveries, over a given state */
    public PlanRun(
            Supplier<Snapshot> snapshot,
            Connections connections,
            Ledger ledger,
            HubMemory memory,
            WantedTables wanted,
            Function<HubState, List<Precondition>> preconditions,
            Way way,
            Clock clock) {
        this.snapshot = snapshot;
        this.connections = connections;
        this.ledger = ledger;
        this.memory = memory;
        this.wanted = wanted;
        this.preconditions = preconditions;
        this.way = way;
        this.clock = clock;
    }

    public Plan run(Progress progress) {
        Snapshot fixed = snapshot.get();
        OverlayState overlay = new OverlayState(memory.state(), ledger);
        PlanMemory planMemory = new PlanMemory(memory, overlay);
        Resumer resumer = new Resumer(() -> fixed, ledger, planMemory, way, clock);
        Intake intake = new Intake(() -> fixed, connections, planMemory, new Flows(), way, resumer, clock);
        Map<Flow, Equation> equations = new LinkedHashMap<>();
        Map<Flow, Text> troubles = new LinkedHashMap<>();
        Mappings mappings = fixed.part(Mappings.class);
        for (Flow flow : ReadingOrder.flows(fixed.part(Dictionary.class), mappings)) {
            progress.reading(flow);
            try {
                equations.put(flow, intake.read(flow.system(), flow.entity()));
                progress.read(flow, equations.get(flow));
            } catch (SystemFault fault) {
                troubles.put(flow, Faults.told(fault));
            }
        }
        planMemory.paused().forEach((flow, reasons) -> troubles.put(flow, paused(reasons)));
        PlanLines lines = new PlanLines(fixed, overlay);
        PlanGaps gaps = new PlanGaps();
        Map<Flow, Map<ParkedRecord.Kind, Long>> stopped = ledger.parked().open();
        equations.keySet().stream()
                .filter(flow -> !troubles.containsKey(flow))
                .forEach(flow -> gaps.stopped(flow, stopped.getOrDefault(flow, Map.of())));
        tell(fixed, overlay, lines, gaps, troubles);
        return lines.plan(clock.instant(), equations, troubles, gaps.all());
    }

    private static Text paused(List<FieldFault> reasons) {
        Text why = reasons.stream()
                .map(FieldFault::what)
                .reduce((one, other) -> Text.of("%s；%s", "%s; %s", one, other))
                .orElse(Text.NONE);
        return Text.of(
                "会暂停：%s；可尝试：%s",
                "it would pause: %s; try: %s", why, reasons.get(0).attempt());
    }

    private void tell(Snapshot fixed, OverlayState overlay, PlanLines lines, PlanGaps gaps, Map<Flow, Text> troubles) {
        Preview preview = new Preview(overlay.goldens(), overlay.crosswalk(), preconditions.apply(overlay));
        Instant now = clock.instant();
        Map<String, Set<Uid>> begun = new HashMap<>();
        for (Mapping writer : writers(fixed)) {
            List<Wish> wishes = wishes(writer, overlay);
            if (wishes.isEmpty()) {
                continue;
            }
            Set<Uid> started = begun.computeIfAbsent(writer.system(), system -> new HashSet<>());
            Flow place = new Flow(writer.system(), writer.entity().name());
            // What cannot be read now is known only when it was read before.
            boolean known = !troubles.containsKey(place) || FirstReading.isKnown(ledger, place);
            try {
                Preview.Sheet sheet = preview.of(writer, connections.to(writer.system()), wishes, started, known, now);
                sheet.found().forEach(overlay::bind);
                sheet.lines().stream()
                        .filter(line -> line.operation() == WriteOperation.CREATE)
                        .forEach(line -> started.add(line.golden().uid()));
                lines.add(writer, sheet);
                if (sheet.unasked() > 0) {
                    troubles.putIfAbsent(place, unasked(sheet.unasked(), writer.system()));
                }
                gaps.kept(place, sheet.kept());
            } catch (SystemFault fault) {
                troubles.put(place, Faults.told(fault));
            }
        }
    }

    private static Text unasked(int unasked, String target) {
        return Text.of(
                "要新建的太多，计划只在 %1$s 中查找了前 %3$s 条，其余 %2$s 条可能已在那边；实际写入前会逐条查找",
                "too many would be created: the plan looked for the first %3$s of them in %1$s, and the other %2$s may be there"
                        + " already; before they are written each is looked for",
                target,
                unasked,
                Preview.LOOKED_FOR);
    }

    /** Referred entities first, so that what refers to them need not wait. */
    private static List<Mapping> writers(Snapshot fixed) {
        List<String> order = ReadingOrder.entities(fixed.part(Dictionary.class));
        List<Mapping> writers = new ArrayList<>(fixed.part(Mappings.class).all().stream()
                .filter(mapping -> mapping.write().isPresent())
                .toList());
        writers.sort(Comparator.comparing(Mapping::system)
                .thenComparing(mapping -> order.indexOf(mapping.entity().name())));
        return writers;
    }

    /** What was wanted already, and what this plan's changes would want; one wish for each record. */
    private List<Wish> wishes(Mapping writer, OverlayState overlay) {
        String target = writer.system();
        String entity = writer.entity().name();
        Map<Uid, Wish> merged = new LinkedHashMap<>();
        wanted.wishes(target, entity).forEach(wish -> merged.merge(wish.uid(), wish, PlanRun::both));
        overlay.wishes().stream()
                .filter(wish -> wish.target().equals(target) && wish.entity().equals(entity))
                .forEach(wish -> merged.merge(wish.uid(), wish, PlanRun::both));
        return List.copyOf(merged.values());
    }

    private static Wish both(Wish one, Wish other) {
        Set<String> fields = new LinkedHashSet<>(one.fields());
        fields.addAll(other.fields());
        boolean all = one.fields().isEmpty() || other.fields().isEmpty();
        long version = Math.max(one.version(), other.version());
        return new Wish(
                one.target(), one.entity(), one.uid(), version, all ? Set.of() : fields, one.fresh() || other.fresh());
    }
}
