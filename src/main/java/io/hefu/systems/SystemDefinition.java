package io.hefu.systems;

import io.hefu.definition.Text;
import io.hefu.definition.YamlMap;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/**
 * A system as {@code config/systems/<id>.system.yaml} describes it.
 *
 * @param kind {@code jdbc}, {@code http}, {@code mail}, {@code smtp}: which adapter reads the rest of {@code settings}
 * @param zone of clock times that carry none
 * @param settings the whole file, for the adapter of this kind: url, user, secret, transport, resources …
 * @param writing per entity, whether writing was switched on, and by whom
 */
public record SystemDefinition(
        String id, Text title, String kind, ZoneId zone, YamlMap settings, Map<String, WritingSwitch> writing) {
    public SystemDefinition {
        writing = Map.copyOf(writing);
    }

    /** The switch of an entity; a system without one writes nothing. */
    public WritingSwitch writing(String entity) {
        return writing.getOrDefault(entity, WritingSwitch.OFF);
    }

    public Optional<YamlMap> resource(String name) {
        return settings.map("resources").flatMap(resources -> resources.map(name));
    }
}
