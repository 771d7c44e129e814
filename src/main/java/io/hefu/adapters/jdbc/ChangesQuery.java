package io.hefu.adapters.jdbc;

import io.hefu.systems.ColumnType;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The statements of a reading by change.
 *
 * @param changed one column, or several of which the greatest counts
 */
record ChangesQuery(
        Database database,
        Selection selection,
        List<TableColumn> changed,
        TableColumn key,
        Watermark.Overlap overlap,
        int pageRows) {

    /** Rows that do not say when they changed. */
    String unsaid() {
        return selection.sql() + " WHERE " + mark() + " IS NULL ORDER BY " + keyOrder();
    }

    Optional<Watermark> start(Watermark from) {
        return Optional.of(from.back(overlap));
    }

    /**
     * @param from empty: everything, by one statement, since each page of a whole table would order it again
     * @param afterKey empty: including the rows of that very instant */
    Cursor page(Connection connection, Optional<Watermark> from, Optional<Object> afterKey) throws SQLException {
        StringBuilder sql = new StringBuilder(selection.sql()).append(" WHERE ").append(mark());
        List<TableColumn> columns = new ArrayList<>();
        List<Object> values = new ArrayList<>();
        sql.append(from.isEmpty() ? " IS NOT NULL" : " >= " + place());
        from.ifPresent(mark -> add(columns, values, changed.get(0), mark.value()));
        if (afterKey.isPresent()) {
            sql.append(" AND (" + mark() + " > " + place() + " OR " + keyOrder() + " > " + keyPlace() + ")");
            add(columns, values, changed.get(0), from.get().value());
            add(columns, values, key, afterKey.get());
        }
        sql.append(" ORDER BY " + mark() + ", " + keyOrder());
        if (from.isPresent()) {
            sql.append(" LIMIT " + pageRows);
        }
        return new Cursor(connection, sql.toString(), columns, values.toArray());
    }

    private void add(List<TableColumn> columns, List<Object> values, TableColumn column, Object value) {
        columns.add(column);
        // a whole number bound as a decimal would cost PostgreSQL the index
        boolean whole = column.type() == ColumnType.INTEGER && value instanceof BigDecimal;
        values.add(whole ? ((BigDecimal) value).longValue() : database.bound(value, column));
    }

    /** The greatest of the columns, where products differ in what a null among them means. */
    private String mark() {
        List<String> quoted =
                changed.stream().map(column -> database.quoted(column.name())).toList();
        if (quoted.size() == 1) {
            return quoted.get(0);
        }
        return quoted.stream()
                .map(first -> "COALESCE(" + first + ", " + String.join(", ", quoted) + ")")
                .collect(Collectors.joining(", ", database.greatest() + "(", ")"));
    }

    private String place() {
        return database.place(changed.get(0));
    }

    private String keyOrder() {
        return database.pageOrder(database.quoted(key.name()), key);
    }

    private String keyPlace() {
        return database.pageOrder(database.place(key), key);
    }

    String changedName() {
        return changed.stream().map(TableColumn::name).collect(Collectors.joining(", "));
    }

    /** The class of a cell that says when. */
    Class<?> type() {
        return switch (changed.get(0).type()) {
            case TIMESTAMP -> Instant.class;
            case DATETIME -> LocalDateTime.class;
            case DATE -> LocalDate.class;
            case INTEGER -> Long.class;
            case DECIMAL -> BigDecimal.class;
            default -> String.class;
        };
    }

    static boolean canOrder(ColumnType type) {
        return switch (type) {
            case TIMESTAMP, DATETIME, DATE, INTEGER, DECIMAL, TEXT -> true;
            default -> false;
        };
    }
}
