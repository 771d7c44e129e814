package io.hefu.delivery;

import java.util.Locale;

/** Where a wanted version stands. */
public enum WantedState {
    /** To be sent when its moment has come. */
    PENDING,
    /** A create was about to be sent; whether it was is not known until the target was asked. */
    INTENDED,
    /** Something that it refers to has no key in the target yet. */
    WAITING,
    /** The target refused it; a newer version or a person tries again. */
    FAILED,
    /** It was sent and no answer came, and the target cannot be asked. Never sent again by itself. */
    UNKNOWN,
    /** Its precondition said no; kept so that the reason can be seen. */
    SKIPPED;

    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WantedState read(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }
}
