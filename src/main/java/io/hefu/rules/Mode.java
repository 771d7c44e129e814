package io.hefu.rules;

import java.util.Locale;

/** How far a rule goes. Every rule starts by observing (15 to 20 % of early firings are errors of the rule itself). */
public enum Mode {
    /** Only counted: how many records it would concern. */
    OBSERVE,
    /** Shown to people; the effect is not applied. */
    WARN,
    /** The effect is applied. */
    ENFORCE;

    /** Whether people are shown what the rule says; else it is only counted. */
    public boolean isShown() {
        return this != OBSERVE;
    }

    static Mode of(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }
}
