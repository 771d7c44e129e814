package io.hefu.journey;

import io.hefu.ledger.Awaited;
import io.hefu.ledger.Flow;
import io.hefu.ledger.ParkedRecord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which waiting records may go: those whose references arrived, and those that wait for nothing but each other. */
final class Circles {
    private record Named(Flow flow, String key) {}

    private Circles() {}

    /** @param isThere whether what a record waits for has arrived */
    static List<ParkedRecord> with(List<ParkedRecord> waiting, Predicate<Awaited> isThere) {
        List<ParkedRecord> going = new ArrayList<>(waiting);
        int before;
        do {
            before = going.size();
            Set<Named> together = new HashSet<>();
            going.forEach(record -> together.add(new Named(record.flow(), record.key())));
            going.removeIf(record -> !record.awaited().stream()
                    .allMatch(awaited ->
                            together.contains(named(awaited)) && within(record, awaited) || isThere.test(awaited)));
        } while (going.size() < before);
        return going;
    }

    private static Named named(Awaited awaited) {
        return awaited instanceof Awaited.Key key
                ? new Named(new Flow(key.system(), key.entity()), key.key())
                : new Named(new Flow("", ""), "");
    }

    /** Only records of one flow go in one batch, in which they may refer to each other. */
    private static boolean within(ParkedRecord record, Awaited awaited) {
        return named(awaited).flow().equals(record.flow());
    }
}
