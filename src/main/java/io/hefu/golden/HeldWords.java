package io.hefu.golden;

import io.hefu.dictionary.FieldType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The words on one field that a rule holds back, by the system that said them. A word may also be absent: a deletion
 * that would have taken the field's value away.
 */
record HeldWords(FieldType field, String rule, Map<String, Word> words) {
    HeldWords {
        words = new LinkedHashMap<>(words);
    }

    HeldWords without(String system) {
        Map<String, Word> rest = new LinkedHashMap<>(words);
        rest.remove(system);
        return new HeldWords(field, rule, rest);
    }

    boolean sameAs(HeldWords other) {
        return field.name().equals(other.field.name())
                && rule.equals(other.rule)
                && words.keySet().equals(other.words.keySet())
                && words.entrySet().stream()
                        .allMatch(word -> word.getValue().sameAs(other.words.get(word.getKey()))
                                && word.getValue().batch()
                                        == other.words.get(word.getKey()).batch());
    }
}
