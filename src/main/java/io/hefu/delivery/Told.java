package io.hefu.delivery;

/**
 * What a run of deliveries did.
 *
 * @param waiting for a reference or a moment
 * @param off wanted where writing is not switched on
 */
public record Told(
        long created, long updated, long deleted, long failed, long unknown, long waiting, long skipped, long off) {
    public static final Told NOTHING = new Told(0, 0, 0, 0, 0, 0, 0, 0);

    public Told plus(Told other) {
        return new Told(
                created + other.created,
                updated + other.updated,
                deleted + other.deleted,
                failed + other.failed,
                unknown + other.unknown,
                waiting + other.waiting,
                skipped + other.skipped,
                off + other.off);
    }

    public long written() {
        return created + updated + deleted;
    }
}
