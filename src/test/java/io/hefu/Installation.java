package io.hefu;

import io.hefu.definition.DefinitionKind;
import io.hefu.definition.Definitions;
import io.hefu.definition.Violations;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.DictionaryCompiler;
import io.hefu.expression.Conversions;
import io.hefu.expression.Expressions;
import io.hefu.expression.WorkCalendar;
import io.hefu.expression.WorkCalendarCompiler;
import io.hefu.rules.RulesCompiler;
import io.hefu.rules.Templates;
import io.hefu.rules.TemplatesCompiler;
import io.hefu.stages.StageModelCompiler;
import io.hefu.systems.SystemsCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The shipped installation, for tests: read where it stands, or copied so that a test can change it. */
public final class Installation {
    /** The checkout, which is where the tests run. */
    public static final Path SHIPPED = Path.of("").toAbsolutePath();

    private static final List<String> FOLDERS = List.of("routes", "mappings", "config");

    private Installation() {}

    /** Every kind of file that has a compiler; a new compiler's kinds are added here. */
    public static List<DefinitionKind> kinds() {
        return List.of(
                DictionaryCompiler.ENTITIES,
                DictionaryCompiler.CODES,
                SystemsCompiler.SYSTEMS,
                WorkCalendarCompiler.CALENDARS,
                StageModelCompiler.STAGES,
                TemplatesCompiler.TEMPLATES,
                RulesCompiler.RULES);
    }

    /** Runs every compiler, in their order; a new compiler is added here. */
    public static void compile(Path home, Violations violations) {
        Definitions definitions = Definitions.load(home, kinds(), violations);
        Dictionary dictionary = DictionaryCompiler.compile(definitions, violations);
        SystemsCompiler.compile(definitions, dictionary, violations);
        WorkCalendar calendar = WorkCalendarCompiler.compile(definitions, violations);
        Expressions expressions = new Expressions(dictionary, calendar);
        Conversions.compile(dictionary, expressions, violations);
        StageModelCompiler.compile(definitions, dictionary, violations);
        Templates templates = TemplatesCompiler.compile(definitions, violations);
        RulesCompiler.compile(definitions, dictionary, expressions, calendar, templates, violations);
    }

    /** The shipped dictionary, for tests that need a real one. */
    public static Dictionary dictionary() {
        Violations violations = new Violations();
        Dictionary dictionary = DictionaryCompiler.compile(Definitions.load(SHIPPED, kinds(), violations), violations);
        violations.throwIfAny();
        return dictionary;
    }

    /** Copies the shipped installation, then lays the files of the overlay over it. */
    public static Path copy(Path into, Path overlay) {
        FOLDERS.forEach(folder -> copyTree(SHIPPED.resolve(folder), into.resolve(folder)));
        copyTree(overlay, into);
        return into;
    }

    private static void copyTree(Path from, Path to) {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
