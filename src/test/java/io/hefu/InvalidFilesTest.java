package io.hefu;

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
 * Every fault of an edited file has a folder under {@code invalid/<kind>/<fault>}: files that are laid over the shipped
 * installation, and {@code expected.txt} with every message, first in Chinese, then after a line {@code ---} in English.
 * Adding a folder adds a test; {@code -Dhefu.accept=true} writes what came out into {@code expected.txt}, to be read
 * before it is committed.
 */
class InvalidFilesTest {
    private static final Path FIXTURES = Installation.SHIPPED.resolve("src/test/resources/invalid");
    private static final String EXPECTED = "expected.txt";

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void everyFaultIsToldOnceWithItsPlaceWhatIsAllowedAndWhatToTry(Path fault, @TempDir Path home) throws IOException {
        Violations violations = new Violations();
        Installation.compile(Installation.copy(home, fault), violations);
        String told = told(violations, Locale.CHINESE) + "\n---\n" + told(violations, Locale.ENGLISH) + "\n";
        Path expected = fault.resolve(EXPECTED);
        if (Boolean.getBoolean("hefu.accept")) {
            Files.writeString(expected, told);
        }
        assertThat(told).as(fault.toString()).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
        assertThat(violations.isEmpty()).isFalse();
        assertThat(told).as("the secret that stands in the fixtures").doesNotContain("hunter2");
    }

    static List<Named<Path>> faults() throws IOException {
        try (Stream<Path> folders = Files.walk(FIXTURES, 2)) {
            return folders.filter(folder -> FIXTURES.relativize(folder).getNameCount() == 2)
                    .filter(Files::isDirectory)
                    // Routes are Camel's own format and are checked by InvalidRoutesTest.
                    .filter(folder -> !folder.getParent().endsWith("routes"))
                    // The settings are read by the command line; InvalidSettingsTest checks them.
                    .filter(folder -> !folder.getParent().endsWith("application"))
                    .sorted()
                    .map(folder -> Named.of(FIXTURES.relativize(folder).toString(), folder))
                    .toList();
        }
    }

    private static String told(Violations violations, Locale locale) {
        return violations.all().stream().map(violation -> violation.in(locale)).collect(Collectors.joining("\n"));
    }
}
