package io.hefu.adapters.jdbc;

import io.hefu.systems.Column;
import io.hefu.systems.ColumnType;

/**
 * A column as the database itself describes it.
 *
 * @param jdbcType of {@link java.sql.Types}
 * @param typeName in the database's words, lower case, such as {@code numeric}
 * @param size characters of a text, digits of a number; 0 when it has no limit
 */
record TableColumn(String name, ColumnType type, int jdbcType, String typeName, int size, int scale) {
    boolean isText() {
        return type == ColumnType.TEXT;
    }

    Column column() {
        return new Column(name, type, declared());
    }

    String declared() {
        return switch (type) {
            case TEXT -> size > 0 && size < 1_000_000 ? typeName + "(" + size + ")" : typeName;
            case DECIMAL -> size > 0 && size < 1000 ? typeName + "(" + size + "," + scale + ")" : typeName;
            default -> typeName;
        };
    }
}
