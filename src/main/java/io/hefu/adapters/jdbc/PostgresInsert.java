package io.hefu.adapters.jdbc;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** COPY where the rows bring their keys, a rewritten batch where the database makes them. */
record PostgresInsert(PostgresDatabase database, String target, List<TableColumn> columns, String generated)
        implements Database.Inserting {
    private static final int BUFFER = 1 << 18;
    private static final int COPY_FROM = 20;

    @Override
    public List<String> insert(Connection connection, List<Object[]> values) throws SQLException {
        if (generated == null && values.size() >= COPY_FROM) {
            copy(connection, values);
            return List.of();
        }
        return batch(connection, values);
    }

    private List<String> batch(Connection connection, List<Object[]> values) throws SQLException {
        String sql = Statements.insert(database, target, columns);
        try (PreparedStatement statement = generated == null
                ? connection.prepareStatement(sql)
                : connection.prepareStatement(sql, new String[] {generated})) {
            Statements.batch(statement, columns, values);
            return generated == null ? List.of() : keys(statement);
        }
    }

    private static List<String> keys(PreparedStatement statement) throws SQLException {
        List<String> keys = new ArrayList<>();
        try (ResultSet rows = statement.getGeneratedKeys()) {
            while (rows.next()) {
                keys.add(rows.getString(1));
            }
        }
        return keys;
    }

    private void copy(Connection connection, List<Object[]> values) throws SQLException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + target + " (" + Statements.names(database, columns) + ") FROM STDIN");
        try {
            ByteArrayOutputStream buffer = new ByteArrayOutputStream(BUFFER);
            StringBuilder line = new StringBuilder();
            for (Object[] row : values) {
                write(row, line);
                buffer.writeBytes(line.toString().getBytes(StandardCharsets.UTF_8));
                if (buffer.size() > BUFFER - 4096) {
                    flush(copy, buffer);
                }
            }
            flush(copy, buffer);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void flush(CopyIn copy, ByteArrayOutputStream buffer) throws SQLException {
        copy.writeToCopy(buffer.toByteArray(), 0, buffer.size());
        buffer.reset();
    }

    private static void write(Object[] row, StringBuilder line) {
        line.setLength(0);
        for (int i = 0; i < row.length; i++) {
            if (i > 0) {
                line.append('\t');
            }
            write(row[i], line);
        }
        line.append('\n');
    }

    private static void write(Object value, StringBuilder line) {
        if (value == null) {
            line.append("\\N");
        } else if (value instanceof String text) {
            escape(text, line);
        } else if (value instanceof BigDecimal number) {
            line.append(number.toPlainString());
        } else if (value instanceof byte[] bytes) {
            line.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        } else {
            line.append(value);
        }
    }

    private static void escape(String text, StringBuilder line) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> line.append(c);
            }
        }
    }
}
