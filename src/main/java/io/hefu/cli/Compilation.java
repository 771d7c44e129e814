package io.hefu.cli;

import io.hefu.definition.Snapshot;
import io.hefu.definition.Violation;
import io.hefu.definition.Violations;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.DictionaryHistory;
import io.hefu.golden.StoredValues;
import io.hefu.journey.Deployment;
import io.hefu.journey.SnapshotCompiler;
import io.hefu.store.HubDatabase;
import java.util.List;
import java.util.Locale;
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
        Snapshot snapshot = SnapshotCompiler.compile(home.folder(), deployment(settings), violations);
        return new Compilation(settings, snapshot, violations.all());
    }

    /** With what the dictionary would lose of the values that a hub has stored. */
    Compilation against(HubDatabase database) {
        Dictionary dictionary = snapshot.part(Dictionary.class);
        Violations lost = new Violations();
        DictionaryHistory.check(dictionary, StoredValues.of(database, dictionary), lost);
        Violations all = new Violations();
        violations.forEach(all::add);
        // Of a faulty file not everything is there, and what is missing of it is no news.
        lost.all().stream().filter(each -> !isFaulty(each.position().file())).forEach(all::add);
        return new Compilation(settings, snapshot, all.all());
    }

    private static Deployment deployment(Settings settings) {
        return new Deployment(
                settings.zone(), settings.language().map(Locale::getLanguage).orElse("zh"), settings.company());
    }

    private boolean isFaulty(String file) {
        return violations.stream().anyMatch(each -> each.position().file().equals(file));
    }

    boolean isSound() {
        return violations.isEmpty();
    }
}
