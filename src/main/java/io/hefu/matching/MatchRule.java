package io.hefu.matching;

import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.matching.table.Field;
import java.util.List;
import java.util.Optional;

/**
 * By which fields the records of an entity are scored, and whether what is certain merges by itself.
 *
 * @param fields of the entity, in the order of {@code compared}
 * @param compared the same fields with their kinds
 * @param automatic who switched the automatic band on; empty while everything is reviewed
 * @param shown what whoever looks a record up is told of it: its allow-list
 */
public record MatchRule(
        EntityType entity,
        List<FieldType> fields,
        List<Field> compared,
        Optional<String> automatic,
        List<FieldType> shown) {
    public MatchRule {
        fields = List.copyOf(fields);
        compared = List.copyOf(compared);
        shown = List.copyOf(shown);
    }
}
