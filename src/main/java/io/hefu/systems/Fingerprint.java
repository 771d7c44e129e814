package io.hefu.systems;

/** What a row looked like, in 128 bits: equal fingerprints, equal rows. Computed over mapped cells only. */
public record Fingerprint(long high, long low) {
    /** Of a row that was never seen as it is now; equals no computed fingerprint in practice. */
    public static final Fingerprint NONE = new Fingerprint(0, 0);
}
