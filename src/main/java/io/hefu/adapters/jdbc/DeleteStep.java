package io.hefu.adapters.jdbc;

import io.hefu.systems.WriteResult;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.List;

/** Deletes rows and their children. A row that is not there was what was wanted. */
record DeleteStep(Database database, Table table, TableColumn key, List<ChildTable> children, ZoneId zone)
        implements WriteStep {

    @Override
    public List<WriteResult> write(Connection connection, List<Planned> rows) throws SQLException {
        List<Object> keys = rows.stream().map(Planned::key).toList();
        for (ChildTable child : children) {
            new ChildWriter(database, zone).delete(connection, child, keys);
        }
        String sql = "DELETE FROM " + table.source() + " WHERE " + Statements.equal(database, List.of(key));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Statements.batch(
                    statement,
                    List.of(key),
                    keys.stream()
                            .map(own -> new Object[] {database.bound(own, key)})
                            .toList());
        }
        return keys.stream()
                .<WriteResult>map(own -> new WriteResult.Written(TableReading.text(own)))
                .toList();
    }
}
