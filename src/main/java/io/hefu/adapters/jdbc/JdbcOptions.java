package io.hefu.adapters.jdbc;

import io.hefu.adapters.settings.Settings;
import io.hefu.definition.Text;
import io.hefu.definition.YamlMap;
import io.hefu.systems.SystemFault;
import java.nio.charset.Charset;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * What a system's file says about how to use its database.
 *
 * @param zone of clock times without a zone
 * @param charset of the columns that a resource declares as {@code raw}
 * @param zeroDates whether 0000-00-00 is the system's way to say nothing; else it is given on as that text
 * @param pageRows rows read by one statement of a reading by watermark
 */
record JdbcOptions(
        ZoneId zone,
        Optional<Charset> charset,
        boolean zeroDates,
        int pageRows,
        int connections,
        Database.Timeouts timeouts) {

    static JdbcOptions of(Settings settings) {
        YamlMap quirks =
                settings.root().map("quirks").orElse(new YamlMap(settings.root().position(), Map.of()));
        YamlMap limits =
                settings.root().map("limits").orElse(new YamlMap(settings.root().position(), Map.of()));
        return new JdbcOptions(
                settings.system().zone(),
                settings.text("charset").map(name -> charset(settings, name)),
                quirks.text("zeroDates").filter("nothing"::equals).isPresent(),
                settings.integer(limits, "page", 50_000),
                settings.integer(limits, "connections", 12),
                timeouts(settings, limits));
    }

    private static Database.Timeouts timeouts(Settings settings, YamlMap limits) {
        return new Database.Timeouts(
                seconds(settings, limits, "connect", Duration.ofSeconds(10)),
                seconds(settings, limits, "statement", Duration.ofMinutes(10)),
                seconds(settings, limits, "lock", Duration.ofSeconds(10)),
                seconds(settings, limits, "answer", Duration.ofMinutes(15)));
    }

    private static int seconds(Settings settings, YamlMap limits, String key, Duration otherwise) {
        return Math.max(1, (int) settings.duration(limits, key, otherwise).toSeconds());
    }

    private static Charset charset(Settings settings, String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw settings.fault(
                    SystemFault.Kind.FATAL,
                    settings.at("charset"),
                    Text.of("不认识的字符集 %s", "the charset %s is not known", name),
                    Text.of("例如 GB18030、UTF-8", "such as GB18030 or UTF-8"),
                    unknown);
        }
    }
}
