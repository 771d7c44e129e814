package io.hefu.store;

/**
 * Somebody else wrote the same unique key first, and nothing of this transaction was kept. Retryable: the batch goes
 * back to identify, where it now finds what the other one wrote. {@link HubDatabase#write} does not retry it, since the
 * same values would conflict again.
 */
public final class ConflictException extends StoreException {

    private static final long serialVersionUID = 1L;

    public ConflictException(String zh, String en, Throwable cause) {
        super(zh, en, true, cause);
    }
}
