package io.hefu.delivery;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The states that a wanted version goes through. */
final class WantedStates {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int LONGEST = 8;

    private WantedStates() {}

    static Wanted skipped(Wanted wanted, Text reason) {
        return with(wanted, WantedState.SKIPPED, wanted.attempts(), wanted.nextAt(), Optional.empty(), reason);
    }

    static Wanted failed(Wanted wanted, Text reason) {
        return with(wanted, WantedState.FAILED, wanted.attempts() + 1, wanted.nextAt(), Optional.empty(), reason);
    }

    static Wanted unknown(Wanted wanted, Text reason) {
        return with(wanted, WantedState.UNKNOWN, wanted.attempts() + 1, wanted.nextAt(), Optional.empty(), reason);
    }

    static Wanted waiting(Wanted wanted, Uid awaited, Text reason, Instant again) {
        return with(wanted, WantedState.WAITING, wanted.attempts(), again, Optional.of(awaited), reason);
    }

    static Wanted later(Wanted wanted, Text reason, Instant until) {
        return with(wanted, WantedState.PENDING, wanted.attempts(), until, Optional.empty(), reason);
    }

    /** Twice as long after each attempt, from 5 seconds to 21 minutes. */
    static Wanted again(Wanted wanted, Text reason, Instant now) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(wanted.attempts(), LONGEST));
        return with(wanted, WantedState.PENDING, wanted.attempts() + 1, now.plus(pause), Optional.empty(), reason);
    }

    /** Begun, and left alone until then; before anything is sent, the target is asked whether it is there. */
    static Wanted begun(Wanted wanted, Instant until) {
        return with(wanted, WantedState.INTENDED, wanted.attempts(), until, Optional.empty(), wanted.reason());
    }

    private static Wanted with(
            Wanted wanted, WantedState state, int attempts, Instant nextAt, Optional<Uid> awaits, Text reason) {
        return new Wanted(
                wanted.target(),
                wanted.entity(),
                wanted.uid(),
                wanted.version(),
                wanted.fields(),
                state,
                attempts,
                nextAt,
                awaits,
                reason,
                wanted.created());
    }
}
