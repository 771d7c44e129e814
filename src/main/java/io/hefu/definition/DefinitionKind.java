package io.hefu.definition;

/**
 * A kind of edited file: its name ends in {@code .<suffix>.yaml} and what comes before is its id.
 *
 * @param suffix such as {@code dictionary}, {@code mapping}, {@code system}
 * @param root the folder under which files of this kind are looked for, from the installation's folder
 */
public record DefinitionKind(String suffix, String root) {
    /** The file name of its JSON Schema in {@code mappings/schema}. */
    public String schema() {
        return suffix + ".schema.json";
    }
}
