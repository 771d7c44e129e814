package io.hefu.definition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static final List<String> FIELDS = List.of("required", "taxNumber", "type", "title");

    @Test
    void aSlipOfTheFingersIsRecognised() {
        assertThat(Spelling.nearest("requird", FIELDS)).contains("required");
        assertThat(Spelling.nearest("tilte", FIELDS)).contains("title");
        assertThat(Spelling.nearest("tpye", FIELDS)).contains("type");
    }

    @Test
    void anotherWayToJoinWordsIsNoDifference() {
        assertThat(Spelling.nearest("tax_number", FIELDS)).contains("taxNumber");
    }

    @Test
    void anotherWordIsNotGuessedAt() {
        assertThat(Spelling.nearest("colour", FIELDS)).isEmpty();
    }

    @Test
    void longListsAreToldInPart() {
        List<String> many =
                java.util.stream.IntStream.range(0, 40).mapToObj(i -> "f" + i).toList();
        assertThat(Spelling.listed(many).en()).endsWith("f29 and others, 40 in all");
    }
}
