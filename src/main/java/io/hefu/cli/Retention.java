package io.hefu.cli;

import io.hefu.ledger.Ledger;
import io.hefu.routing.Housekeeping;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How long parked records and their rows are kept. */
final class Retention implements Housekeeping {
    /** After half a year a source that still has the record will have told it again. */
    private static final Duration OPEN = Duration.ofDays(180);

    /** Rows hold personal data: once decided upon, they are kept a month for questions. */
    private static final Duration CLOSED_ROWS = Duration.ofDays(30);

    private final Ledger ledger;
    private final Clock clock;

    Retention(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        ledger.parked().expire(now.minus(OPEN), now);
        ledger.parked().forget(now.minus(CLOSED_ROWS));
    }
}
