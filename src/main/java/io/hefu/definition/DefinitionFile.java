package io.hefu.definition;

import java.util.List;
import java.util.Map;

/**
 * One edited file, parsed and checked against the schema of its kind.
 *
 * @param id the file's name before its kind
 * @param content a map for most kinds; a list for kinds whose files are lists, such as rules
 */
public record DefinitionFile(DefinitionKind kind, String id, YamlNode content) {
    /** The content of a file that is a map; an empty map for one that is a list. */
    public YamlMap root() {
        return content instanceof YamlMap map ? map : new YamlMap(content.position(), Map.of());
    }

    /** The entries of a file that is a list; none for one that is a map. */
    public List<YamlNode> items() {
        return content instanceof YamlList list ? list.items() : List.of();
    }

    public Position position() {
        return content.position();
    }
}
