package io.hefu;

import io.hefu.definition.DefinitionKind;
import io.hefu.definition.Definitions;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.DictionaryCompiler;
import io.hefu.journey.Deployment;
import io.hefu.journey.SnapshotCompiler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The shipped installation, for tests: read where it stands, or copied so that a test can change it. */
public final class Installation {
    /** The checkout, which is where the tests run. */
    public static final Path SHIPPED = Path.of("").toAbsolutePath();

    /** What its application.yaml says. */
    public static final Deployment DEPLOYMENT =
            new Deployment(ZoneId.of("Asia/Shanghai"), "zh", Optional.of(Text.same("合远")));

    private static final List<String> FOLDERS = List.of("routes", "mappings", "config");

    private Installation() {}

    /** Every kind of file that has a compiler. */
    public static List<DefinitionKind> kinds() {
        return SnapshotCompiler.KINDS;
    }

    /** Runs every compiler, as the product does. */
    public static void compile(Path home, Violations violations) {
        SnapshotCompiler.compile(home, DEPLOYMENT, violations);
    }

    /** The shipped dictionary, for tests that need a real one. */
    public static Dictionary dictionary() {
        return dictionary(SHIPPED);
    }

    /** The dictionary of an installation without faults. */
    public static Dictionary dictionary(Path home) {
        Violations violations = new Violations();
        Dictionary dictionary = DictionaryCompiler.compile(Definitions.load(home, kinds(), violations), violations);
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
