package io.hefu.adapters.http;

import io.hefu.adapters.settings.Settings;
import io.hefu.definition.YamlMap;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What a system's file says about how to ask.
 *
 * @param pageSize {@code {limit}}, unless a resource says another
 * @param attempts how often a request is sent at most
 * @param firstPause before the second attempt; it doubles
 * @param longestPause also of what {@code Retry-After} asks; a longer wish is a fault that says until when
 * @param sweepRows rows of a sweep, which are held in memory to be ordered
 */
record HttpOptions(
        int pageSize,
        int attempts,
        Duration firstPause,
        Duration longestPause,
        int pages,
        int sweepRows,
        Map<String, Object> constants) {

    static HttpOptions of(Settings settings) {
        YamlMap none = new YamlMap(settings.root().position(), Map.of());
        YamlMap limits = settings.root().map("limits").orElse(none);
        YamlMap paging = settings.root().map("paging").orElse(none);
        Map<String, Object> constants = new HashMap<>();
        settings.root()
                .map("constants")
                .ifPresent(map -> map.entries()
                        .forEach((name, node) -> constants.put(name, RequestTemplate.json(node, Placeholders.NONE))));
        return new HttpOptions(
                settings.integer(paging, "size", 100),
                settings.integer(limits, "attempts", 5),
                settings.duration(limits, "pause", Duration.ofMillis(500)),
                settings.duration(limits, "longestPause", Duration.ofSeconds(60)),
                settings.integer(limits, "pages", 100_000),
                settings.integer(limits, "sweepRows", 500_000),
                constants);
    }
}
