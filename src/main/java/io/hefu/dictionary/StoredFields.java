package io.hefu.dictionary;

import java.util.List;
import java.util.Set;

/** The fields under which values are stored in the hub's database, as far as the dictionary's history must know. */
public interface StoredFields {
    /** The entities of which values are stored. */
    Set<String> entities();

    /**
     * The fields of an entity or part that have stored values, under every dictionary version still in use; those that are
     * as ever may be left out.
     */
    List<Stored> of(String entity);

    /** Values of codes that are no longer in their lists. */
    default List<Code> codes() {
        return List.of();
    }

    /**
     * A code under which a value is stored.
     *
     * @param entity the entity or part of which the field is
     * @param example how a person names a record that has it
     */
    record Code(String list, String code, String entity, String field, String example) {}

    /**
     * A field as some former dictionary had it.
     *
     * @param type as {@link DataType#written()}
     */
    record Stored(String field, String type) {}

    /** Of a hub that has stored nothing yet. */
    StoredFields NONE = new StoredFields() {
        @Override
        public Set<String> entities() {
            return Set.of();
        }

        @Override
        public List<Stored> of(String entity) {
            return List.of();
        }
    };
}
