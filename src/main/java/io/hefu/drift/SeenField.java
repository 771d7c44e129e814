package io.hefu.drift;

import io.hefu.mapping.SourceField;
import io.hefu.systems.ColumnType;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A column or key as the records of a batch carry it. */
final class SeenField {
    private final String name;
    private final Optional<SourceField> source;
    private final Optional<SeenLevel> inside;
    private final Set<ColumnType> types = EnumSet.noneOf(ColumnType.class);
    private String declared = "";
    private boolean list;
    private int carriers;
    private int record = -1;
    private int times;

    SeenField(String name, Optional<SourceField> source) {
        this.name = name;
        this.source = source;
        this.inside = source.map(SourceField::inside)
                .filter(level -> !level.isEmpty())
                .map(SeenLevel::new);
    }

    String name() {
        return name;
    }

    /** Empty for one that nobody decided about. */
    Optional<SourceField> source() {
        return source;
    }

    boolean isMapped() {
        return source.map(SourceField::mapped).orElse(false);
    }

    /** What its objects look like; empty where the mapping looks for nothing inside. */
    Optional<SeenLevel> inside() {
        return inside;
    }

    /** Whether it holds lists. */
    boolean isList() {
        return list;
    }

    /** How many records carried it, in every object at its place. */
    int carriers() {
        return carriers;
    }

    /** What it holds; UNKNOWN when there are nulls only. */
    ColumnType type() {
        return types.contains(ColumnType.DECIMAL)
                ? ColumnType.DECIMAL
                : types.stream().findFirst().orElse(ColumnType.UNKNOWN);
    }

    /** The type in the system's own words. */
    String declared() {
        return declared.isEmpty() ? type().name().toLowerCase(java.util.Locale.ROOT) : declared;
    }

    /** Whether some of it still is what it was: numbers of either kind, dates of any precision. */
    boolean holds(ColumnType before) {
        return before == ColumnType.UNKNOWN
                || types.isEmpty()
                || types.stream().anyMatch(now -> family(now) == family(before));
    }

    private static ColumnType family(ColumnType type) {
        return switch (type) {
            case INTEGER, DECIMAL -> ColumnType.DECIMAL;
            case DATE, DATETIME, TIMESTAMP -> ColumnType.DATE;
            default -> type;
        };
    }

    /** As the system itself describes it. */
    void described(ColumnType type, String words) {
        declared = words;
        list = type == ColumnType.LIST;
        if (type != ColumnType.UNKNOWN) {
            types.add(type);
        }
    }

    void carriedBy(int records) {
        carriers += records;
    }

    /** An object of a record carries it. */
    void carried(Object cell, int by) {
        if (record != by) {
            record = by;
            times = 0;
        }
        times++;
        ColumnType type = ColumnType.of(cell);
        if (type != ColumnType.UNKNOWN) {
            types.add(type);
            list |= type == ColumnType.LIST;
        }
        lookInside(cell, by);
    }

    void lookInside(Object cell, int by) {
        if (inside.isPresent() && cell instanceof Map<?, ?> object) {
            inside.get().object(object, by);
        } else if (inside.isPresent() && cell instanceof List<?> elements) {
            list = true;
            elements.forEach(element -> {
                if (element instanceof Map<?, ?> object) {
                    inside.get().object(object, by);
                }
            });
        }
    }

    /** All objects of a record were seen. */
    void close(int by, int objects) {
        if (record == by && times == objects) {
            carriers++;
        }
    }
}
