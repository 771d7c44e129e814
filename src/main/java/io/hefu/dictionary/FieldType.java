package io.hefu.dictionary;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import java.util.List;
import java.util.Optional;

/**
 * A field of an entity.
 *
 * @param index its place in a {@link Record} of the entity
 * @param authority the systems whose word counts, the first before the second; empty: the last to speak
 * @param was former names, newest first
 * @param conversion how a value stored under a former type becomes one of this type: a CEL expression over {@code value};
 *     empty when the type never changed
 * @param example as written in the dictionary; shown, and checked against the type
 */
public record FieldType(
        int index,
        String name,
        DataType type,
        boolean required,
        Text title,
        Text description,
        List<String> authority,
        List<String> was,
        Optional<String> conversion,
        Optional<String> example,
        Position position) {
    public FieldType {
        authority = List.copyOf(authority);
        was = List.copyOf(was);
    }

    /** Of the place and name alone: fields are looked up in sets a million times in a load. */
    @Override
    public int hashCode() {
        return 31 * index + name.hashCode();
    }
}
