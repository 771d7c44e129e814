package io.hefu.rules;

import java.util.Locale;

/** How far a rule goes. Every rule starts by observing (15 to 20 % of early firings are errors of the rule itself). */
public enum Mode {
    /** Recorded only. */
    OBSERVE,
    /** Recorded and shown. */
    WARN,
    /** The effect is applied. */
    ENFORCE;

    static Mode of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }
}
