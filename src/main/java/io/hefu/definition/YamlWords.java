package io.hefu.definition;

/** What stands in a file, named in a message. */
final class YamlWords {
    private YamlWords() {}

    /** @param hidden whether the value itself must not be told */
    static Text shown(YamlNode node, boolean hidden) {
        if (node instanceof YamlMap) {
            return Text.of("映射（键: 值）", "a map (key: value)");
        }
        if (node instanceof YamlList) {
            return Text.of("列表", "a list");
        }
        YamlScalar scalar = (YamlScalar) node;
        if (scalar.kind() == YamlScalar.Kind.NOTHING) {
            return Text.of("空值", "an empty value");
        }
        Text kind = kind(scalar);
        return hidden ? kind : Text.of("%s“%s”", "%s “%s”", kind, shortened(scalar.text()));
    }

    static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    private static Text kind(YamlScalar scalar) {
        return switch (scalar.kind()) {
            case TEXT -> Text.of("文本", "the text");
            case INTEGER -> Text.of("整数", "the whole number");
            case DECIMAL -> Text.of("小数", "the decimal number");
            case FLAG -> Text.of("开关值", "the flag");
            case NOTHING -> Text.of("空值", "an empty value");
        };
    }
}
