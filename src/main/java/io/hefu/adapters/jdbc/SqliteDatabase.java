package io.hefu.adapters.jdbc;

import io.hefu.systems.ColumnType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * SQLite. A column's declared type is only its wish: a value of another type comes as what it is. Times and dates are
 * text there, whose format the mapping names.
 */
record SqliteDatabase() implements Database {
    private static final Pattern FAILED = Pattern.compile("failed: (?:(\\w+)\\.(\\w+))?");

    @Override
    public String title() {
        return "SQLite";
    }

    @Override
    public Map<String, String> driverProperties(Timeouts timeouts) {
        return Map.of(
                "busy_timeout", Integer.toString(timeouts.lockSeconds() * 1000),
                "foreign_keys", "true",
                // read and write, but never make a file that is not there
                "open_mode", "2");
    }

    @Override
    public List<String> onReading(Timeouts timeouts) {
        return List.of("PRAGMA query_only = 1");
    }

    @Override
    public List<String> onWriting(Timeouts timeouts) {
        return List.of();
    }

    @Override
    public boolean driverReadOnly() {
        return false;
    }

    @Override
    public String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** SQLite's own rules of affinity. */
    @Override
    public ColumnType type(int jdbcType, String typeName, int size, int scale) {
        String declared = typeName.toUpperCase(Locale.ROOT);
        if (declared.contains("INT")) {
            return ColumnType.INTEGER;
        }
        if (declared.contains("BLOB")) {
            return ColumnType.BYTES;
        }
        boolean number = Pattern.compile("REAL|FLOA|DOUB|NUMERIC|DECIMAL")
                .matcher(declared)
                .find();
        return number ? ColumnType.DECIMAL : ColumnType.TEXT;
    }

    @Override
    public CellReader reader(TableColumn column, JdbcOptions options) {
        return SqliteDatabase::asStored;
    }

    private static Object asStored(ResultSet rows, int place) throws SQLException {
        Object value = rows.getObject(place);
        if (value instanceof Integer whole) {
            return whole.longValue();
        }
        return value instanceof Double ? Cells.fromText(rows, place) : value;
    }

    @Override
    public String rawBytes(String quotedColumn) {
        return "CAST(" + quotedColumn + " AS BLOB)";
    }

    @Override
    public String byteOrder(String quotedColumn, TableColumn key) {
        return "CAST(" + quotedColumn + " AS TEXT) COLLATE BINARY";
    }

    @Override
    public String pageOrder(String quotedColumn, TableColumn key) {
        return key.isText() ? quotedColumn + " COLLATE BINARY" : quotedColumn;
    }

    @Override
    public String greatest() {
        return "MAX";
    }

    @Override
    public Object bound(Object value, TableColumn column) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value == null || value instanceof Number || value instanceof byte[] || value instanceof Boolean
                ? value
                : String.valueOf(value);
    }

    @Override
    public Inserting inserting(Table table, List<TableColumn> columns, String generated) {
        return new BatchInsert(this, table.source(), columns, generated);
    }

    @Override
    public int stagedFrom() {
        return Integer.MAX_VALUE;
    }

    @Override
    public List<String> staging(String source, String columns) {
        return List.of();
    }

    @Override
    public String stagedUpdate(String source, String key, List<String> columns) {
        return "";
    }

    @Override
    public FaultKind kind(SQLException fault) {
        String said = String.valueOf(fault.getMessage());
        return switch (fault.getErrorCode() & 0xff) {
            case 19, 20 -> FaultKind.ROW;
            case 5, 6 -> FaultKind.BUSY;
            case 14, 26 -> FaultKind.NO_DATABASE;
            case 8, 23 -> FaultKind.NO_GRANT;
            default -> ofWords(said);
        };
    }

    private static FaultKind ofWords(String said) {
        if (said.contains("no such table")) {
            return FaultKind.NO_TABLE;
        }
        if (said.startsWith("path to ")) {
            return FaultKind.NO_DATABASE;
        }
        return said.contains("no such column") || said.contains("has no column named")
                ? FaultKind.NO_COLUMN
                : FaultKind.OTHER;
    }

    @Override
    public Refusal refusal(SQLException fault) {
        String said = String.valueOf(fault.getMessage());
        Matcher matcher = FAILED.matcher(said);
        boolean named = matcher.find() && matcher.group(1) != null;
        return new Refusal(broken(said), named ? matcher.group(1) : "", named ? matcher.group(2) : "", said);
    }

    private static Broken broken(String said) {
        if (said.contains("UNIQUE")) {
            return Broken.UNIQUE;
        }
        if (said.contains("NOT NULL") || said.contains("NOTNULL")) {
            return Broken.NOT_NULL;
        }
        if (said.contains("FOREIGN")) {
            return Broken.REFERENCE;
        }
        return said.contains("CHECK") ? Broken.CHECK : Broken.OTHER;
    }

    @Override
    public String grant(String privilege, String table, String user) {
        return "chmod u+rw";
    }
}
