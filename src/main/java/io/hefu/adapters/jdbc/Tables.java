package io.hefu.adapters.jdbc;

import io.hefu.definition.YamlMap;
import io.hefu.systems.SystemDefinition;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the database says of its tables, asked anew each time: a renamed column must be seen at the next reading. */
final class Tables {
    private final Database database;
    private final SystemDefinition system;

    Tables(Database database, SystemDefinition system) {
        this.database = database;
        this.system = system;
    }

    /** A resource's declared table or query; by default the table of its own name. */
    Table describe(Connection connection, String resource) throws SQLException {
        Optional<YamlMap> declared = system.resource(resource);
        Optional<String> query = declared.flatMap(map -> map.text("query"));
        String name = declared.flatMap(map -> map.text("table")).orElse(resource);
        String source = query.map(sql -> "(" + sql + ") hefu_query").orElseGet(() -> quotedPath(name));
        return new Table(resource, name, source, columns(connection, source));
    }

    /** A table that no resource names, such as a child's. */
    Table ofName(Connection connection, String name) throws SQLException {
        return new Table(name, name, quotedPath(name), columns(connection, quotedPath(name)));
    }

    private String quotedPath(String name) {
        return Arrays.stream(name.split("\\.")).map(database::quoted).collect(Collectors.joining("."));
    }

    private List<TableColumn> columns(Connection connection, String source) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT * FROM " + source + " WHERE 1 = 0");
                ResultSet rows = statement.executeQuery()) {
            ResultSetMetaData metadata = rows.getMetaData();
            List<TableColumn> columns = new ArrayList<>();
            for (int place = 1; place <= metadata.getColumnCount(); place++) {
                columns.add(column(metadata, place));
            }
            return columns;
        }
    }

    private TableColumn column(ResultSetMetaData metadata, int place) throws SQLException {
        int jdbcType = metadata.getColumnType(place);
        String declared = metadata.getColumnTypeName(place).toLowerCase(Locale.ROOT);
        int size = metadata.getPrecision(place);
        int scale = metadata.getScale(place);
        return new TableColumn(
                metadata.getColumnLabel(place),
                database.type(jdbcType, declared, size, scale),
                jdbcType,
                declared,
                size,
                scale);
    }
}
