package io.hefu.adapters.settings;

import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlReader;
import io.hefu.systems.SystemDefinition;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** System files written in a test, read as those of an installation are. */
public final class SystemFiles {
    private SystemFiles() {}

    /** @param environment what {@code env:NAME} stands for */
    public static Settings of(String yaml, Map<String, String> environment) {
        return of(yaml, environment, Clock.systemUTC());
    }

    public static Settings of(String yaml, Map<String, String> environment, Clock clock) {
        Violations violations = new Violations();
        YamlMap root = (YamlMap)
                YamlReader.read("config/systems/test.system.yaml", yaml.getBytes(StandardCharsets.UTF_8), violations)
                        .orElseThrow();
        violations.throwIfAny();
        SystemDefinition system = new SystemDefinition(
                root.text("system").orElseThrow(),
                Text.same("test"),
                root.text("kind").orElseThrow(),
                ZoneId.of(root.text("zone").orElse("Asia/Shanghai")),
                root,
                Map.of());
        return new Settings(
                system,
                new Surroundings(
                        Path.of("config"),
                        name -> Optional.ofNullable(environment.get(name)),
                        name -> Optional.ofNullable(environment.get(name)),
                        clock));
    }
}
