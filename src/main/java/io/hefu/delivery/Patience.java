package io.hefu.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long a target is left alone that refused everything until a person changes something, as one does that refuses the
 * login: asked every few seconds it would lock the account. From 5 seconds to 21 minutes, twice as long each time; at an
 * end as soon as definitions are edited or the hub starts again. Of this process alone.
 */
final class Patience {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final int LONGEST = 8;

    private record Refusal(int times, Instant until, String definitions) {}

    private final Map<String, Refusal> refusals = new ConcurrentHashMap<>();

    /** @param definitions version of the snapshot that is worked under */
    boolean isAsked(String target, String definitions, Instant now) {
        Refusal refusal = refusals.get(target);
        return refusal == null || !refusal.definitions().equals(definitions) || !now.isBefore(refusal.until());
    }

    void refused(String target, String definitions, Instant now) {
        refusals.compute(target, (key, before) -> {
            int times = before == null || !before.definitions().equals(definitions) ? 0 : before.times() + 1;
            Duration pause = FIRST.multipliedBy(1L << Math.min(times, LONGEST));
            return new Refusal(times, now.plus(pause), definitions);
        });
    }

    void told(String target) {
        refusals.remove(target);
    }
}
