package io.hefu.ledger;

import io.hefu.definition.Text;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A record that waits or is quarantined, or was.
 *
 * @param payload the row as JSON; empty once its retention is over
 * @param batch that parked it
 * @param closed when it left the state open
 * @param decision who discarded it and why
 * @param awaited what it waits for, or what a person can choose from, as long as it is open
 */
public record ParkedRecord(
        long id,
        Flow flow,
        String key,
        Kind kind,
        State state,
        List<Text> reasons,
        Optional<String> payload,
        long batch,
        Instant created,
        Optional<Instant> closed,
        Optional<Decision> decision,
        List<Awaited> awaited) {

    /** Why it is parked. */
    public enum Kind {
        /** It refers to something that is not known yet. */
        WAITING,
        /** It could not be understood. */
        QUARANTINED,
        /** A person must say what it belongs to. */
        REVIEW;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** What became of it. At most one record of a system, entity and key is open. */
    public enum State {
        /** It is still to be worked. */
        OPEN,
        /** It went through after all. */
        RESUMED,
        /** A person gave it up. */
        DISCARDED,
        /** A newer version of the same record came. */
        SUPERSEDED,
        /** Nobody looked before its retention was over. */
        EXPIRED;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String id) {
            return valueOf(id.toUpperCase(Locale.ROOT));
        }
    }

    /** A person's decision, with the reason given. */
    public record Decision(String by, String why) {}

    ParkedRecord waitingFor(List<Awaited> what) {
        return new ParkedRecord(
                id, flow, key, kind, state, reasons, payload, batch, created, closed, decision, List.copyOf(what));
    }
}
