package io.hefu.dictionary;

import java.util.List;
import java.util.Set;

/** The fields under which values are stored in the hub's database, as far as the dictionary's history must know. */
public interface StoredFields {
    /** The entities of which values are stored. */
    Set<String> entities();

    /** The fields of an entity that have stored values, under every dictionary version still in use. */
    List<Stored> of(String entity);

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
