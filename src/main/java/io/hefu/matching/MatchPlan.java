package io.hefu.matching;

import io.hefu.matching.table.Field;
import java.util.List;
import java.util.Optional;

/**
 * Which columns of a file are matched, and how.
 *
 * @param id the column that names each row; without it, rows are known by their number
 * @param fields the columns that are compared
 * @param within whether rows of one file may be the same thing, when there are two files
 */
public record MatchPlan(Optional<String> id, List<Field> fields, boolean within) {
    public MatchPlan {
        fields = List.copyOf(fields);
    }

    public MatchPlan withId(String column) {
        return new MatchPlan(Optional.of(column), fields, within);
    }
}
