package io.hefu.servers;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.LoggerFactory;

/** Keeps the servers' libraries from telling every step of theirs; their warnings stay. */
final class QuietLogs {
    private static final List<String> CHATTY =
            List.of("io.zonky.test", "ch.vorburger", "com.icegreen.greenmail", "org.eclipse.angus.mail");

    private static final Pattern MAIL_THREAD = Pattern.compile("(imap|smtp)s?:");

    private QuietLogs() {}

    static void please() {
        for (String name : CHATTY) {
            if (LoggerFactory.getLogger(name) instanceof Logger logger) {
                logger.setLevel(Level.WARN);
            }
        }
        Thread.setDefaultUncaughtExceptionHandler(QuietLogs::uncaught);
    }

    /** A client that breaks off ends the mail server's thread for it, which concerns nobody. */
    private static void uncaught(Thread thread, Throwable fault) {
        boolean brokenOff = fault.getCause() instanceof IOException
                && MAIL_THREAD.matcher(thread.getName()).lookingAt();
        if (!brokenOff) {
            LoggerFactory.getLogger(QuietLogs.class).error("{} ended", thread.getName(), fault);
        }
    }
}
