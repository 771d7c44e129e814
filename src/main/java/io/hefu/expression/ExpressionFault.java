package io.hefu.expression;

import io.hefu.definition.Text;
import java.util.Locale;

/** An expression that is right as written cannot be evaluated on this record. Not retryable: the record must change. */
public final class ExpressionFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Text reason;

    public ExpressionFault(Text reason) {
        // No stack trace: a fault tells of a record, not of code, and a bad batch may bring thousands of them.
        super(reason.in(Locale.ENGLISH), null, false, false);
        this.reason = reason;
    }

    static ExpressionFault of(String zh, String en, Object... arguments) {
        return new ExpressionFault(Text.of(zh, en, arguments));
    }

    public Text reason() {
        return reason;
    }
}
