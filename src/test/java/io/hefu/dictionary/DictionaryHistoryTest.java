package io.hefu.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.definition.Definitions;
import io.hefu.definition.Violations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DictionaryHistoryTest {
    @TempDir
    private Path home;

    @Test
    void anUnchangedFieldNeedsNoWord() {
        assertThat(after("size: {type: integer, %s}", "size integer")).isEmpty();
    }

    @Test
    void aRetypeWithStoredValuesNeedsAConversion() {
        assertThat(after("size: {type: decimal, %s}", "size text"))
                .isEqualTo("mappings/dictionary/depot.dictionary.yaml:4 fields.size.type:"
                        + " the type changed from text to decimal, and values of the former are stored;"
                        + " allowed: the former type, or a conversion;"
                        + " try: add conversion: a CEL expression that makes value a decimal");
        assertThat(after("size: {type: decimal, conversion: decimal(value), %s}", "size text"))
                .isEmpty();
    }

    @Test
    void aRenamedFieldKeepsItsValuesByItsFormerName() {
        assertThat(after("area: {type: integer, was: size, %s}", "size integer"))
                .isEmpty();
    }

    @Test
    void aRenamedAndRetypedFieldNeedsAConversionToo() {
        assertThat(after("area: {type: decimal, was: [size], %s}", "size integer"))
                .contains("the type changed from integer to decimal");
    }

    @Test
    void everyFormerTypeStillStoredCounts() {
        assertThat(after("size: {type: decimal, %s}", "size decimal", "size integer"))
                .contains("the type changed from integer to decimal");
    }

    @Test
    void aFieldThatVanishedWithStoredValuesIsRefused() {
        assertThat(after("number: {type: text, %s}", "size integer"))
                .isEqualTo("mappings/dictionary/depot.dictionary.yaml:1 fields:"
                        + " the field size is gone, and values of it are stored;"
                        + " try: if it was renamed, write was: size in the new field;"
                        + " if it is given up, name it under retired");
    }

    @Test
    void aFieldThatAPersonGaveUpMayVanish() {
        assertThat(after(
                        "number: {type: text, %s}\nretired:\n  size: {why: never filled, by: 王芳, decided: \"2026-11-20\"}",
                        "size integer"))
                .isEmpty();
    }

    @Test
    void anEntityThatVanishedWithStoredRecordsIsRefused() {
        Violations violations = new Violations();
        DictionaryHistory.check(new Dictionary(List.of(), List.of()), stored("size integer"), violations);
        assertThat(told(violations)).contains("the entity depot is gone, and records of it are stored");
    }

    private String after(String fields, String... stored) {
        Violations violations = new Violations();
        Dictionary dictionary = dictionary(fields.formatted("title: {zh: 字段, en: Field}"), violations);
        DictionaryHistory.check(dictionary, stored(stored), violations);
        return told(violations);
    }

    private Dictionary dictionary(String fields, Violations violations) {
        try {
            Path file = home.resolve("mappings/dictionary/depot.dictionary.yaml");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "entity: depot\ntitle: {zh: 仓库, en: Depot}\nfields:\n  " + fields + "\n");
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
        List<io.hefu.definition.DefinitionKind> kinds = List.of(DictionaryCompiler.ENTITIES, DictionaryCompiler.CODES);
        return DictionaryCompiler.compile(Definitions.load(home, kinds, violations), violations);
    }

    private static StoredFields stored(String... fields) {
        return new StoredFields() {
            @Override
            public Set<String> entities() {
                return Set.of("depot");
            }

            @Override
            public List<Stored> of(String entity) {
                return Arrays.stream(fields)
                        .map(field -> field.split(" "))
                        .map(words -> new Stored(words[0], words[1]))
                        .toList();
            }
        };
    }

    private static String told(Violations violations) {
        return violations.all().stream().map(v -> v.in(Locale.ENGLISH)).collect(Collectors.joining("\n"));
    }
}
