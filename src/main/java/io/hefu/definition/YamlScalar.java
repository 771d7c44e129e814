package io.hefu.definition;

/**
 * A single value.
 *
 * @param text as written, without quotes
 * @param kind what YAML takes it for
 */
public record YamlScalar(Position position, String text, Kind kind) implements YamlNode {
    /** YAML's core types. A quoted value is always TEXT. */
    public enum Kind {
        TEXT,
        INTEGER,
        DECIMAL,
        FLAG,
        NOTHING
    }

    public boolean isTrue() {
        return kind == Kind.FLAG && text.equalsIgnoreCase("true");
    }
}
