package io.hefu.adapters.jdbc;

import io.hefu.systems.Shape;
import java.util.List;
import java.util.Optional;

/**
 * A table, view or declared query, as it is now.
 *
 * @param resource its name in the system's file
 * @param name as the database knows it, for messages
 * @param source quoted, as it stands after FROM
 */
record Table(String resource, String name, String source, List<TableColumn> columns) {
    Optional<TableColumn> column(String wanted) {
        return columns.stream().filter(column -> column.name().equals(wanted)).findFirst();
    }

    Shape shape() {
        return shape(columns);
    }

    static Shape shape(List<TableColumn> columns) {
        return new Shape(columns.stream().map(TableColumn::column).toList());
    }

    String columnNames() {
        return String.join(", ", columns.stream().map(TableColumn::name).toList());
    }
}
