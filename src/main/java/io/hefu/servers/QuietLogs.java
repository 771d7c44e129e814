package io.hefu.servers;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Keeps the servers' libraries from telling every step of theirs; their warnings stay. */
final class QuietLogs {
    private static final List<String> CHATTY =
            List.of("io.zonky.test", "ch.vorburger", "com.icegreen.greenmail", "org.eclipse.angus.mail");

    private QuietLogs() {}

    static void please() {
        for (String name : CHATTY) {
            if (LoggerFactory.getLogger(name) instanceof Logger logger) {
                logger.setLevel(Level.WARN);
            }
        }
    }
}
