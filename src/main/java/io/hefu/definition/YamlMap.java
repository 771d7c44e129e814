package io.hefu.definition;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys and their nodes, in the order written. Readers take a value only of the form they name, since the schema was
 * checked before: a value of another form counts as not there.
 */
public record YamlMap(Position position, Map<String, YamlNode> entries) implements YamlNode {
    public YamlMap {
        entries = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    public Optional<YamlNode> node(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** A scalar's text. */
    public Optional<String> text(String key) {
        return scalar(key).map(YamlScalar::text);
    }

    public Optional<YamlScalar> scalar(String key) {
        return node(key).filter(YamlScalar.class::isInstance).map(YamlScalar.class::cast);
    }

    public Optional<YamlMap> map(String key) {
        return node(key).filter(YamlMap.class::isInstance).map(YamlMap.class::cast);
    }

    public Optional<YamlList> list(String key) {
        return node(key).filter(YamlList.class::isInstance).map(YamlList.class::cast);
    }

    public boolean isTrue(String key) {
        return scalar(key).map(YamlScalar::isTrue).orElse(false);
    }

    /** One text or a list of texts; empty when the key is not there. */
    public List<String> texts(String key) {
        return node(key).map(YamlMap::textsOf).orElse(List.of());
    }

    /** {@code {zh: …, en: …}}, or one text for both; {@link Text#NONE} when the key is not there. */
    public Text words(String key) {
        return node(key).map(YamlMap::wordsOf).orElse(Text.NONE);
    }

    /** Where a key's value stands; this map's own position when the key is not there. */
    public Position at(String key) {
        return node(key).map(YamlNode::position).orElse(position);
    }

    private static List<String> textsOf(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return List.of(scalar.text());
        }
        if (node instanceof YamlList list) {
            return list.items().stream().flatMap(item -> textsOf(item).stream()).toList();
        }
        return List.of();
    }

    private static Text wordsOf(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return Text.same(scalar.text());
        }
        if (node instanceof YamlMap map) {
            String zh = map.text("zh").orElse(map.text("en").orElse(""));
            return Text.of(zh, map.text("en").orElse(zh));
        }
        return Text.NONE;
    }
}
