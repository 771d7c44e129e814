package io.hefu.definition;

import java.util.Optional;

/** A single file that is no definition, checked against its schema as definitions are. */
public final class CheckedYaml {
    private CheckedYaml() {}

    /**
     * @param file how the file is called in violations
     * @param kind of which the schema is
     * @return what stands there, faulty values included; empty when it is no YAML at all
     */
    public static Optional<YamlMap> read(String file, byte[] bytes, DefinitionKind kind, Violations violations) {
        Optional<YamlNode> content = YamlReader.read(file, bytes, violations);
        content.ifPresent(node -> Schema.of(kind).check(node, violations));
        return content.filter(YamlMap.class::isInstance).map(YamlMap.class::cast);
    }
}
