package io.hefu.console;

import io.hefu.definition.Text;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments and lengths of time as a person says them. */
public final class Ages {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Ages() {}

    /** In the one unit that matters: 8 秒, 3 min, 2 days. */
    public static Text of(Duration age) {
        long seconds = Math.max(0, age.toSeconds());
        if (seconds < 60) {
            return Text.of("%s 秒", "%s s", seconds);
        } else if (seconds < 3600) {
            return Text.of("%s 分钟", "%s min", seconds / 60);
        } else if (seconds < 48 * 3600) {
            return Text.of("%s 小时", "%s h", seconds / 3600);
        }
        return Text.of("%s 天", "%s days", seconds / 86_400);
    }

    public static Text ago(Instant then, Instant now) {
        return Text.of("%s前", "%s ago", of(Duration.between(then, now)));
    }

    /** To the second, in the installation's zone. */
    public static String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone));
    }
}
