package io.hefu.promises;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The time of a world that gets killed: it goes on as the wall clock does, jumps when told, and never goes back. */
final class KillTime extends Clock {
    private Duration ahead; // guarded by this

    KillTime(Instant start) {
        ahead = Duration.between(Instant.now(), start);
    }

    synchronized void jump(Duration by) {
        ahead = ahead.plus(by);
    }

    synchronized void atLeast(Instant moment) {
        Duration missing = Duration.between(instant(), moment);
        if (!missing.isNegative()) {
            jump(missing);
        }
    }

    @Override
    public synchronized Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
