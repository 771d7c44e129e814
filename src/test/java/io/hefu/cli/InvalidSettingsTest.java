package io.hefu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.Installation;
import io.hefu.definition.Violations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** As InvalidFilesTest, for {@code config/application.yaml}, which is no definition. */
class InvalidSettingsTest {
    private static final Path FIXTURES = Installation.SHIPPED.resolve("src/test/resources/invalid/application");

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void everyFaultIsToldOnceWithItsPlaceWhatIsAllowedAndWhatToTry(Path fault) throws IOException {
        Violations violations = new Violations();
        SettingsFile.read(new Home(fault), name -> Optional.empty(), violations);
        String told = told(violations, Locale.CHINESE) + "\n---\n" + told(violations, Locale.ENGLISH) + "\n";
        Path expected = fault.resolve("expected.txt");
        if (Boolean.getBoolean("hefu.accept")) {
            Files.writeString(expected, told);
        }
        assertThat(told).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
        assertThat(violations.isEmpty()).isFalse();
        assertThat(told).doesNotContain("hunter2");
    }

    static Stream<Named<Path>> faults() throws IOException {
        try (Stream<Path> folders = Files.list(FIXTURES)) {
            return folders
                    .sorted()
                    .map(folder -> Named.of(FIXTURES.relativize(folder).toString(), folder))
                    .toList()
                    .stream();
        }
    }

    private static String told(Violations violations, Locale locale) {
        return violations.all().stream().map(violation -> violation.in(locale)).collect(Collectors.joining("\n"));
    }
}
