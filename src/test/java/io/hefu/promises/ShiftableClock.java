package io.hefu.promises;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until a test moves it. */
final class ShiftableClock extends Clock {
    static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    private volatile Instant now = Instant.parse("2026-11-24T01:00:00Z");

    void forward(Duration by) {
        now = now.plus(by);
    }

    /** Ten in the morning in Shanghai. */
    void to(String date) {
        now = LocalDate.parse(date).atTime(LocalTime.of(10, 0)).atZone(SHANGHAI).toInstant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
