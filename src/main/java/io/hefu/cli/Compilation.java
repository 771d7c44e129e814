package io.hefu.cli;

import io.hefu.definition.Snapshot;
import io.hefu.definition.Violation;
import io.hefu.definition.Violations;
import io.hefu.journey.Deployment;
import io.hefu.journey.SnapshotCompiler;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The edited files of an installation, compiled as far as they could be.
 *
 * @param violations every fault of every file, those of the settings included
 */
public record Compilation(Settings settings, Snapshot snapshot, List<Violation> violations) {
    public Compilation {
        violations = List.copyOf(violations);
    }

    static Compilation of(Home home, Map<String, String> environment) {
        Function<String, Optional<String>> variables = name -> Optional.ofNullable(environment.get(name));
        Violations violations = new Violations();
        Settings settings = SettingsFile.read(home, variables, violations);
        Snapshot snapshot = SnapshotCompiler.compile(home.folder(), new Deployment(settings.zone()), violations);
        return new Compilation(settings, snapshot, violations.all());
    }

    boolean isSound() {
        return violations.isEmpty();
    }
}
