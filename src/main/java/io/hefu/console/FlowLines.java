package io.hefu.console;

import io.hefu.definition.Text;
import io.hefu.journey.Flows;
import io.hefu.ledger.Batch;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import io.hefu.ledger.LastRuns;
import io.hefu.ledger.ParkedRecord;
import io.hefu.ledger.Pauses;
import io.hefu.ledger.Positions;
import io.hefu.ledger.Sweeps;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Every flow of the installation, and those that it once had, with how each fares. */
public final class FlowLines {
    private final Books books;
    private final Things things;
    private final Optional<Flows> flows;

    /** @param flows of this very process; empty when another one does the reading */
    public FlowLines(Books books, Optional<Flows> flows) {
        this.books = books;
        this.things = new Things(books);
        this.flows = flows;
    }

    public List<FlowLine> all() {
        Seen seen = new Seen();
        return known(seen).stream().map(flow -> line(flow, seen)).toList();
    }

    public Optional<FlowLine> find(Flow flow) {
        return all().stream().filter(line -> line.flow().equals(flow)).findFirst();
    }

    /** The equation of everything that was ever read. */
    public static Equation total(List<FlowLine> lines) {
        return lines.stream().map(FlowLine::total).reduce(Equation.NOTHING, Equation::plus);
    }

    /** What the ledger says, asked once for all flows. */
    private final class Seen {
        private final Instant now = books.clock().instant();
        private final Map<Flow, Equation> totals = books.ledger().batches().totals();
        private final Map<Flow, Map<ParkedRecord.Kind, Long>> parked =
                books.ledger().parked().open();
        private final Map<Flow, Pauses.Pause> pauses = new HashMap<>();
        private final Map<Flow, Instant> moments = new HashMap<>();
        private final Map<Flow, LastRuns.LastRun> runs = new HashMap<>();
        private final Map<Flow, Sweeps.Sweep> sweeps = new HashMap<>();
        private final Map<Flow, Flows.Health> healths =
                flows.map(Flows::healths).orElse(Map.of());

        Seen() {
            books.ledger().pauses().all().forEach(pause -> pauses.put(pause.flow(), pause));
            for (Positions.Position position : books.ledger().positions().all()) {
                moments.put(position.flow(), position.at());
            }
            for (LastRuns.LastRun run : books.ledger().lastRuns().all()) {
                runs.put(run.flow(), run);
                run.done().ifPresent(at -> moments.merge(run.flow(), at, Seen::later));
            }
            for (Sweeps.Sweep sweep : books.ledger().sweeps().lastComplete()) {
                sweeps.put(sweep.flow(), sweep);
                sweep.completed().ifPresent(at -> moments.merge(sweep.flow(), at, Seen::later));
            }
        }

        Optional<Instant> read(Flow flow) {
            Optional<Instant> finished = Optional.ofNullable(healths.get(flow)).flatMap(Flows.Health::finished);
            return Stream.concat(finished.stream(), Optional.ofNullable(moments.get(flow)).stream())
                    .reduce(Seen::later)
                    .or(() -> lastBatch(flow));
        }

        private Optional<Instant> lastBatch(Flow flow) {
            return totals.containsKey(flow)
                    ? books
                            .ledger()
                            .batches()
                            .list(Optional.of(flow.system()), Optional.of(flow.entity()), Optional.empty(), 1)
                            .stream()
                            .map(Batch::at)
                            .findFirst()
                    : Optional.empty();
        }

        private static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }
    }

    /** What the hub makes itself has batches too, but it is no flow that anybody reads. */
    private Set<Flow> known(Seen seen) {
        Set<Flow> known = new LinkedHashSet<>();
        books.mappings().all().stream()
                .filter(mapping -> mapping.read().isPresent())
                .map(mapping -> new Flow(mapping.system(), mapping.entity().name()))
                .forEach(known::add);
        seen.totals.forEach((flow, total) -> {
            if (total.read() > 0) {
                known.add(flow);
            }
        });
        known.addAll(seen.pauses.keySet());
        return known;
    }

    private FlowLine line(Flow flow, Seen seen) {
        Optional<Instant> read = seen.read(flow);
        Optional<Pauses.Pause> pause = Optional.ofNullable(seen.pauses.get(flow));
        Optional<Flows.Health> health = Optional.ofNullable(seen.healths.get(flow));
        Optional<LastRuns.LastRun> run =
                Optional.ofNullable(seen.runs.get(flow)).filter(last -> last.outcome() == LastRuns.Outcome.FAILED);
        Map<ParkedRecord.Kind, Long> parked = seen.parked.getOrDefault(flow, Map.of());
        return new FlowLine(
                flow,
                Text.of("%s · %s", "%s · %s", things.system(flow.system()), things.title(flow.entity())),
                state(pause, health, run, read),
                pause.map(Pauses.Pause::reason)
                        .or(() -> health.map(Flows.Health::reason))
                        .or(() -> run.map(LastRuns.LastRun::detail))
                        .orElse(Text.NONE),
                pause.map(Pauses.Pause::attempt).orElse(Text.NONE),
                read,
                read.map(at -> Duration.between(at, seen.now)),
                Optional.ofNullable(seen.sweeps.get(flow)).map(sweep -> sweep.age(seen.now)),
                seen.totals.getOrDefault(flow, Equation.NOTHING),
                parked.getOrDefault(ParkedRecord.Kind.WAITING, 0L) + parked.getOrDefault(ParkedRecord.Kind.REVIEW, 0L),
                parked.getOrDefault(ParkedRecord.Kind.QUARANTINED, 0L));
    }

    private static FlowLine.State state(
            Optional<Pauses.Pause> pause,
            Optional<Flows.Health> health,
            Optional<LastRuns.LastRun> failed,
            Optional<Instant> read) {
        if (pause.isPresent()) {
            return FlowLine.State.PAUSED;
        }
        return health.map(found -> switch (found.state()) {
                    case RUNNING -> FlowLine.State.RUNNING;
                    case IDLE -> FlowLine.State.IDLE;
                    case PAUSED -> FlowLine.State.PAUSED;
                    case FAILED -> FlowLine.State.FAILED;
                })
                .orElseGet(() -> failed.isPresent()
                        ? FlowLine.State.FAILED
                        : read.isPresent() ? FlowLine.State.IDLE : FlowLine.State.NEVER);
    }
}
