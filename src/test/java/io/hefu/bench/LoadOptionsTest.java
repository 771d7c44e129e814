package io.hefu.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoadOptionsTest {
    @Test
    void everyOptionIsUnderstood() throws Exception {
        LoadOptions options = LoadOptions.parse(List.of(
                "load",
                "--rows",
                "2000",
                "--rounds",
                "5",
                "--output",
                "json",
                "--postgres-url",
                "jdbc:postgresql://a/b"));

        assertThat(options)
                .isEqualTo(new LoadOptions(2000, 5, true, Optional.of("jdbc:postgresql://a/b"), Optional.empty()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "speed",
                "load --rows",
                "load --rows 0",
                "load --rows 1e6",
                "load --rows 99999999999",
                "load --output xml",
                "load --fast"
            })
    void whatIsNotUnderstoodIsRefused(String line) {
        List<String> words = line.isEmpty() ? List.of() : List.of(line.split(" "));

        assertThatThrownBy(() -> LoadOptions.parse(words)).isInstanceOf(LoadOptions.Misunderstood.class);
    }
}
