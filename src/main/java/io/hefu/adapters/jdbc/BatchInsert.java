package io.hefu.adapters.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * An insert by a batch, which MariaDB's driver sends as one bulk statement. Rows whose key the database makes go one by
 * one, since only then a key surely belongs to its row.
 */
record BatchInsert(Database database, String target, List<TableColumn> columns, String generated)
        implements Database.Inserting {

    @Override
    public List<String> insert(Connection connection, List<Object[]> values) throws SQLException {
        String sql = Statements.insert(database, target, columns);
        if (generated == null) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                Statements.batch(statement, columns, values);
                return List.of();
            }
        }
        try (PreparedStatement statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            return oneByOne(statement, values);
        }
    }

    private List<String> oneByOne(PreparedStatement statement, List<Object[]> values) throws SQLException {
        List<String> keys = new ArrayList<>();
        for (Object[] row : values) {
            Statements.bind(statement, columns, row);
            statement.executeUpdate();
            try (ResultSet made = statement.getGeneratedKeys()) {
                if (made.next()) {
                    keys.add(made.getString(1));
                }
            }
        }
        return keys;
    }
}
