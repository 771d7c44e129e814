package io.hefu.journey;

/**
 * How many records of a batch came to which end. read = applied + unchanged + waiting + quarantined + dropped; what the
 * hub made itself is counted apart.
 *
 * @param held fields that a rule holds, within the applied records
 * @param derived records that the hub made
 * @param deleted records found gone by a sweep
 */
public record Tally(
        long read,
        long applied,
        long unchanged,
        long waiting,
        long quarantined,
        long dropped,
        long held,
        long derived,
        long deleted) {
    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0);

    public Tally plus(Tally other) {
        return new Tally(
                read + other.read,
                applied + other.applied,
                unchanged + other.unchanged,
                waiting + other.waiting,
                quarantined + other.quarantined,
                dropped + other.dropped,
                held + other.held,
                derived + other.derived,
                deleted + other.deleted);
    }

    public boolean balances() {
        return read == applied + unchanged + waiting + quarantined + dropped;
    }
}
