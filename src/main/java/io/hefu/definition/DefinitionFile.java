package io.hefu.definition;

/**
 * One edited file, parsed and checked against the schema of its kind.
 *
 * @param id the file's name before its kind
 */
public record DefinitionFile(DefinitionKind kind, String id, YamlMap root) {
    public Position position() {
        return root.position();
    }
}
