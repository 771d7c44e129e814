package io.hefu.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.definition.Violations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every fault of a routes file has a folder under {@code invalid/routes/<fault>}: files that are laid over the shipped
 * routes, and {@code expected.txt} with every message, first in Chinese, then after a line {@code ---} in English. Adding
 * a folder adds a test; {@code -Dhefu.accept=true} writes what came out into {@code expected.txt}, to be read before it is
 * committed.
 */
class InvalidRoutesTest {
    private static final Path FIXTURES = Path.of("src/test/resources/invalid/routes");

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void everyFaultIsToldOnceWithItsPlaceWhatIsAllowedAndWhatToTry(Path fault, @TempDir Path folder)
            throws IOException {
        RoutesHome home = new RoutesHome(folder);
        home.overlay(fault.resolve("routes"));
        Violations violations = new Violations();
        Routes.check(home.context(), violations);
        String told = told(violations, Locale.CHINESE) + "\n---\n" + told(violations, Locale.ENGLISH) + "\n";
        Path expected = fault.resolve("expected.txt");
        if (Boolean.getBoolean("hefu.accept")) {
            Files.writeString(expected, told);
        }
        assertThat(told).as(fault.toString()).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
        assertThat(violations.isEmpty()).isFalse();
        assertThat(told).as("the secret that stands in the fixtures").doesNotContain("hunter2");
    }

    static List<Named<Path>> faults() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            return folders.sorted()
                    .map(folder -> Named.of(folder.getFileName().toString(), folder))
                    .toList();
        }
    }

    private static String told(Violations violations, Locale locale) {
        return violations.all().stream().map(violation -> violation.in(locale)).collect(Collectors.joining("\n"));
    }
}
