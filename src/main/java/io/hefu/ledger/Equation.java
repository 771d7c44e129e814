package io.hefu.ledger;

/**
 * What became of what was read: read = applied + unchanged + waiting + quarantined + dropped. The further counts stand
 * beside it and are in none of its terms.
 *
 * @param held fields that rules held back
 * @param derived made by the hub from what it read
 * @param clocked looked at because a rule's time came
 * @param deleted found gone by a sweep
 */
public record Equation(
        long read,
        long applied,
        long unchanged,
        long waiting,
        long quarantined,
        long dropped,
        long held,
        long derived,
        long clocked,
        long deleted) {
    public static final Equation NOTHING = new Equation(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    public boolean addsUp() {
        return read == applied + unchanged + waiting + quarantined + dropped
                && Math.min(Math.min(applied, unchanged), Math.min(waiting, Math.min(quarantined, dropped))) >= 0;
    }

    public long of(Disposition disposition) {
        return switch (disposition) {
            case APPLIED -> applied;
            case UNCHANGED -> unchanged;
            case WAITING -> waiting;
            case QUARANTINED -> quarantined;
            case DROPPED -> dropped;
        };
    }

    public Equation plus(Equation other) {
        return new Equation(
                read + other.read,
                applied + other.applied,
                unchanged + other.unchanged,
                waiting + other.waiting,
                quarantined + other.quarantined,
                dropped + other.dropped,
                held + other.held,
                derived + other.derived,
                clocked + other.clocked,
                deleted + other.deleted);
    }

    @Override
    public String toString() {
        return read + " = " + applied + " applied + " + unchanged + " unchanged + " + waiting + " waiting + "
                + quarantined + " quarantined + " + dropped + " dropped";
    }
}
