package io.hefu.journey;

/** The world moved while a batch was on its way: it goes back to identify. */
public final class StaleBatch extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient CanonicalBatch batch;

    public StaleBatch(CanonicalBatch batch, Throwable cause) {
        super("the batch was built on versions that are gone: " + cause.getMessage());
        // Not as its cause: the error policy would take it for a fault of the database, which it is not.
        addSuppressed(cause);
        this.batch = batch;
    }

    /** The batch to send to identify again. */
    public CanonicalBatch batch() {
        return batch;
    }
}
