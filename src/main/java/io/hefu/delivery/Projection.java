package io.hefu.delivery;

import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** The part of a record that a target gets. */
final class Projection {
    /** Stands among the fields of a wanted version that is a deletion; no field can have this name. */
    static final String DELETED = "-";

    private Projection() {}

    static boolean same(Record one, Record other, FieldType field) {
        return Objects.equals(one.raw(field.index()), other.raw(field.index()));
    }

    /** The wanted fields that the allow-list lets through. */
    static Set<FieldType> of(EntityType entity, Set<String> names, Set<FieldType> allowed) {
        Set<FieldType> fields = new HashSet<>();
        names.forEach(name -> entity.find(name).filter(allowed::contains).ifPresent(fields::add));
        return fields;
    }
}
