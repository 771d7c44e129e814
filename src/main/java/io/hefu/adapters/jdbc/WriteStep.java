package io.hefu.adapters.jdbc;

import io.hefu.systems.WriteResult;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Writes rows of one group, all of the same columns, inside a transaction that the caller ends. */
interface WriteStep {
    List<WriteResult> write(Connection connection, List<Planned> rows) throws SQLException;

    /** The children of rows by table and parent. */
    static Map<ChildTable, Map<Object, List<Map<String, Object>>>> children(List<Planned> rows, List<Object> keys) {
        Map<ChildTable, Map<Object, List<Map<String, Object>>>> byTable = new java.util.LinkedHashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            Object parent = keys.get(i);
            rows.get(i)
                    .children()
                    .forEach((table, children) -> byTable.computeIfAbsent(table, any -> new java.util.LinkedHashMap<>())
                            .put(parent, children));
        }
        return byTable;
    }
}
