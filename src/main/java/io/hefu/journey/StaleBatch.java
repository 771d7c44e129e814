package io.hefu.journey;

/** The world moved while a batch was on its way: it goes back to identify. */
public final class StaleBatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CanonicalBatch batch;

    public StaleBatch(CanonicalBatch batch, Throwable cause) {
        super("the batch was built on versions that are gone", cause);
        this.batch = batch;
    }

    /** The batch to send to identify again. */
    public CanonicalBatch batch() {
        return batch;
    }
}
