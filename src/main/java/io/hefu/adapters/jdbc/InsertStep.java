package io.hefu.adapters.jdbc;

import io.hefu.systems.WriteResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Creates rows. */
record InsertStep(Database database, Table table, TableColumn key, List<TableColumn> columns, ZoneId zone)
        implements WriteStep {

    @Override
    public List<WriteResult> write(Connection connection, List<Planned> rows) throws SQLException {
        boolean given = columns.contains(key);
        List<String> made = database.inserting(table, columns, given ? null : key.name())
                .insert(connection, rows.stream().map(Planned::values).toList());
        if (!given && made.size() != rows.size()) {
            throw new SQLException("the column " + key.name() + " is not filled by the database itself", "HEFU1");
        }
        List<WriteResult> results = new ArrayList<>(rows.size());
        List<Object> keys = new ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            Object own = given ? rows.get(i).key() : CellWriter.fitted(made.get(i), key, zone);
            keys.add(own);
            results.add(new WriteResult.Written(TableReading.text(own)));
        }
        new ChildWriter(database, zone).insert(connection, WriteStep.children(rows, keys));
        return results;
    }
}
