package io.hefu.golden;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The lists of words that stand beside the classes; a line that begins with # is a remark. */
final class WordList {
    private WordList() {}

    static List<String> lines(String file) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(WordList.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static Set<String> words(String file) {
        Set<String> words = new LinkedHashSet<>();
        lines(file).forEach(line -> words.addAll(List.of(line.strip().split(" +"))));
        return Set.copyOf(words);
    }
}
