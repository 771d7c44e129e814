package io.hefu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `held` tells programs does not depend on the reader's language. */
class HeldForProgramsTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void company() {
        SmallCompany.in(folder);
        Typed.in(Language.EN, folder, "read", "crm/customer");
        Typed.in(Language.EN, folder, "read", "crm/opportunity");
    }

    private JsonNode rows(Locale language) throws Exception {
        String json = Typed.in(language, folder, "held", "--output", "json").out();
        return new ObjectMapper().readTree(json).get("rows");
    }

    @Test
    void kindAndSinceAreTheSameInEveryLanguage() throws Exception {
        assertThat(rows(Language.ZH).findValuesAsText("kind"))
                .isEqualTo(rows(Language.EN).findValuesAsText("kind"))
                .contains("quarantined", "waiting", "duplicate");
        assertThat(rows(Language.ZH).findValuesAsText("since"))
                .isEqualTo(rows(Language.EN).findValuesAsText("since"))
                .allSatisfy(since ->
                        assertThat(OffsetDateTime.parse(since).getOffset()).hasToString("+08:00"));
    }
}
