package io.hefu.journey;

import io.hefu.definition.Snapshot;
import io.hefu.dictionary.Dictionary;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import io.hefu.ledger.Ledger;
import io.hefu.ledger.ParkedRecord;
import io.hefu.mapping.Mappings;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The first reading of every flow, in the order of references, so that a load brings a thing before what refers to it and
 * little has to wait. A system that fails is left to its own trigger.
 */
public final class FirstReading {
    private final Supplier<Snapshot> snapshot;
    private final Ledger ledger;
    private final Intake intake;

    public FirstReading(Supplier<Snapshot> snapshot, Ledger ledger, Intake intake) {
        this.snapshot = snapshot;
        this.ledger = ledger;
        this.intake = intake;
    }

    /** Flows that were never read to their end. */
    public List<Flow> missing() {
        Snapshot now = snapshot.get();
        return ReadingOrder.flows(now.part(Dictionary.class), now.part(Mappings.class)).stream()
                .filter(flow -> ledger.sweeps().lastComplete(flow).isEmpty())
                .toList();
    }

    /**
     * @param stopped asked before each flow
     * @param beginning hears which flow is read next
     * @param faulty hears of a flow that could not be read
     */
    public Equation run(BooleanSupplier stopped, Consumer<Flow> beginning, BiConsumer<Flow, RuntimeException> faulty) {
        Equation sum = Equation.NOTHING;
        for (Flow flow : missing()) {
            if (stopped.getAsBoolean()) {
                break;
            }
            beginning.accept(flow);
            try {
                sum = sum.plus(intake.read(flow.system(), flow.entity()));
            } catch (RuntimeException fault) {
                faulty.accept(flow, fault);
            }
        }
        return sum;
    }

    /** Whether all that a system has of an entity is read, and nothing of it waits to be identified. */
    public static boolean isKnown(Ledger ledger, Flow flow) {
        return ledger.sweeps().lastComplete(flow).isPresent()
                && ledger.parked().firstOpen(flow, ParkedRecord.Kind.WAITING).isEmpty();
    }
}
