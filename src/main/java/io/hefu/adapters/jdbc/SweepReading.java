package io.hefu.adapters.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Everything in the byte order of the key, out of one statement and so of one moment. */
final class SweepReading extends TableReading {
    private final Cursor cursor;
    private String last = "";

    SweepReading(
            Connection connection,
            JdbcFaults faults,
            Selection selection,
            Database database,
            TableColumn key,
            int batchSize)
            throws SQLException {
        super(connection, faults, selection, key.name(), batchSize);
        String order = database.byteOrder(database.quoted(key.name()), key);
        cursor = new Cursor(connection, selection.sql() + " ORDER BY " + order, List.of());
    }

    @Override
    protected Object[] nextRow() throws SQLException {
        Object[] cells = cursor.next(selection);
        if (cells != null) {
            String key = text(cells[keyPlace]);
            // a wrong order would invent deletions, so it is not believed but looked at
            if (Utf8Order.compare(last, key) > 0) {
                throw faults().wrongOrder(selection.table().resource(), last, key);
            }
            last = key;
        }
        return cells;
    }

    @Override
    protected String position() {
        return new Place(Optional.empty(), last).kept();
    }

    @Override
    protected void closeCursor() throws SQLException {
        cursor.close();
    }
}
