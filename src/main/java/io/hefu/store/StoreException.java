package io.hefu.store;

import java.util.Locale;

/**
 * The hub's database could not do what was asked: says what happened, where and what to try, in Chinese and English.
 *
 * <p>After a retryable one the same work may be tried again later; a fatal one needs a person first.
 */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String zh;
    private final String en;
    private final boolean retryable;
    private final boolean outcomeUnknown;

    public StoreException(String zh, String en, boolean retryable) {
        this(zh, en, retryable, false, null);
    }

    public StoreException(String zh, String en, boolean retryable, Throwable cause) {
        this(zh, en, retryable, false, cause);
    }

    StoreException(String zh, String en, boolean retryable, boolean outcomeUnknown, Throwable cause) {
        super(en + " / " + zh, cause);
        this.zh = zh;
        this.en = en;
        this.retryable = retryable;
        this.outcomeUnknown = outcomeUnknown;
    }

    /** In the language of whoever reads what this process says. */
    @Override
    public String getLocalizedMessage() {
        return Locale.getDefault(Locale.Category.DISPLAY).getLanguage().equals("zh") ? zh : en;
    }

    /** What happened, where and what to try, in Chinese. */
    public String zh() {
        return zh;
    }

    /** What happened, where and what to try, in English. */
    public String en() {
        return en;
    }

    /** Whether the same work may be tried again without a person. */
    public boolean retryable() {
        return retryable;
    }

    /**
     * Whether the connection broke while the commit was under way, so that the work may be there or not. Whoever tries
     * again must look first, as the versions that a batch was built on do.
     */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }
}
