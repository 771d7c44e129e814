package io.hefu.drift;

import io.hefu.systems.ColumnType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the records of an entity looked like in its system so far.
 *
 * @param records how many were seen
 */
public record KnownShape(long records, Map<String, KnownField> fields) {
    /** Past this many records nothing new is learned from one more, and nothing is written for it. */
    private static final long ENOUGH = 1000;

    private static final char BETWEEN_FIELDS = '\n';
    private static final char WITHIN_FIELD = '\t';

    public KnownShape {
        fields = Map.copyOf(fields);
    }

    static KnownShape nothing() {
        return new KnownShape(0, Map.of());
    }

    Optional<KnownField> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** Whether every record so far carried the field. */
    boolean alwaysCarried(String name) {
        return records > 0 && field(name).map(KnownField::carriers).orElse(0L) >= records;
    }

    boolean isSettled() {
        return records >= ENOUGH;
    }

    /** One line for the count and one for each field. */
    String written() {
        StringBuilder text = new StringBuilder(Long.toString(records));
        fields.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(field -> text.append(BETWEEN_FIELDS)
                        .append(field.getValue().type())
                        .append(WITHIN_FIELD)
                        .append(field.getValue().carriers())
                        .append(WITHIN_FIELD)
                        .append(field.getKey()));
        return text.toString();
    }

    /** @throws IllegalArgumentException when the text was not written by {@link #written} */
    static KnownShape read(String text) {
        String[] lines = text.split(String.valueOf(BETWEEN_FIELDS), -1);
        Map<String, KnownField> fields = new LinkedHashMap<>();
        for (int i = 1; i < lines.length; i++) {
            String[] parts = lines[i].split(String.valueOf(WITHIN_FIELD), 3);
            fields.put(parts[2], new KnownField(ColumnType.valueOf(parts[0]), Long.parseLong(parts[1])));
        }
        return new KnownShape(Long.parseLong(lines[0]), fields);
    }
}
