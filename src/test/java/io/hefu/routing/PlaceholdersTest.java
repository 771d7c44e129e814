package io.hefu.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.definition.Violations;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a placeholder of a route stands for is said by the installation alone. */
class PlaceholdersTest {
    private static Optional<String> resolved(String text) {
        try (Placeholders placeholders = new Placeholders(
                name -> Optional.of("ours").filter(any -> name.equals("mail.host")), new Violations())) {
            return placeholders.resolved(text);
        }
    }

    @Test
    void theInstallationSaysWhatItStandsFor() {
        assertThat(resolved("{{mail.host:default}}")).contains("ours");
    }

    @Test
    void aVariableOfTheEnvironmentDoesNotSpeakUnasked() {
        assertThat(System.getenv("PATH")).isNotBlank();
        assertThat(resolved("{{path:default}}")).contains("default");
        assertThat(resolved("{{?path}}")).contains("");
        assertThat(resolved("{{env:PATH}}")).contains(System.getenv("PATH"));
    }

    @Test
    void aPropertyOfTheProcessDoesNotSpeakUnasked() {
        assertThat(resolved("{{java.version:default}}")).contains("default");
    }
}
