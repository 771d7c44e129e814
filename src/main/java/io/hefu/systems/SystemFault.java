package io.hefu.systems;

import io.hefu.definition.Text;
import java.util.Locale;

/** A system could not do what was asked: says which, what happened and what to try, and whether trying again can help. */
public final class SystemFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of fault it is. */
    public enum Kind {
        /** Unreachable, overloaded, timed out before the request was sent: trying again may help. */
        RETRYABLE,
        /** Wrong password, missing table, refused request: a person must change something. */
        FATAL,
        /** A write was sent and no answer came: it may or may not have happened. */
        UNKNOWN
    }

    private final String system;
    private final Kind kind;
    private final transient Text what;
    private final transient Text attempt;

    /**
     * @param what what happened and where, without any secret
     * @param attempt what to try
     */
    public SystemFault(String system, Kind kind, Text what, Text attempt, Throwable cause) {
        super(system + ": " + what.en() + "; try: " + attempt.en(), cause);
        this.system = system;
        this.kind = kind;
        this.what = what;
        this.attempt = attempt;
    }

    public SystemFault(String system, Kind kind, Text what, Text attempt) {
        this(system, kind, what, attempt, null);
    }

    /** In the language of whoever reads what this process says. */
    @Override
    public String getLocalizedMessage() {
        Locale reader = Locale.getDefault(Locale.Category.DISPLAY);
        return Text.of("%s：%s；可尝试：%s", "%s: %s; try: %s", system, what, attempt).in(reader);
    }

    public String system() {
        return system;
    }

    public Kind kind() {
        return kind;
    }

    public boolean retryable() {
        return kind == Kind.RETRYABLE;
    }

    public Text what() {
        return what;
    }

    public Text attempt() {
        return attempt;
    }
}
