package io.hefu.store;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Fault injection for the proof of promise 11: the places at which a test may make the process die.
 *
 * <p>With {@code -Dhefu.crash=after-commit:37} the process halts (exit status 137, no shutdown hook, no flush) the 37th
 * time that {@link #AFTER_COMMIT} is reached. Without the property a point costs the look at a constant.
 */
public enum CrashPoint {
    AFTER_READ,
    AFTER_IDENTIFY,
    AFTER_COMMIT,
    AFTER_INTENT,
    /** Written to a target that can be asked for what it has. */
    AFTER_REMOTE_WRITE,
    AFTER_BIND,
    /** Sent where nothing can be asked, such as to a mail server. */
    AFTER_SEND,
    AFTER_CONFIRM;

    private static final String SETTING = System.getProperty("hefu.crash", "");
    private static final boolean ARMED = !SETTING.isEmpty();
    private static final Plan PLAN = ARMED ? Plan.of(SETTING) : new Plan(AFTER_READ, 0);
    private static final AtomicLong SEEN = new AtomicLong();

    /** Dies here if the setting says so, otherwise does nothing. */
    public void reached() {
        if (ARMED && PLAN.point == this && SEEN.incrementAndGet() == PLAN.time) {
            Runtime.getRuntime().halt(137);
        }
    }

    /** The name used in the setting, such as {@code after-commit}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Which point, and at which time of reaching it, counted from 1. */
    record Plan(CrashPoint point, long time) {

        static Plan of(String setting) {
            String[] parts = setting.split(":", 2);
            for (CrashPoint point : values()) {
                if (point.id().equals(parts[0]) && parts.length == 2 && parts[1].matches("[1-9][0-9]{0,17}")) {
                    return new Plan(point, Long.parseLong(parts[1]));
                }
            }
            throw new IllegalArgumentException(
                    "hefu.crash=" + setting + ": allowed is <point>:<time>, such as after-commit:37");
        }
    }
}
