package io.hefu.adapters.jdbc;

import io.hefu.systems.ColumnType;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** MariaDB and MySQL, by MariaDB's driver. Inserts by bulk statements, where the server knows them. */
record MariaDatabase() implements Database {
    private static final Pattern COLUMN = Pattern.compile(
            "[Cc]olumn '([^']+)'|Field '([^']+)'|FOREIGN KEY \\(`([^`]+)`|for key '(?:\\w+\\.)?(\\w+)'");
    private static final Pattern TABLE = Pattern.compile("(?:fails \\(|row in table )`[^`]+`\\.`([^`]+)`");

    @Override
    public String title() {
        return "MariaDB";
    }

    @Override
    public String url(String written) {
        return written.replaceFirst("^jdbc:mysql:", "jdbc:mariadb:");
    }

    @Override
    public Map<String, String> driverProperties(Timeouts timeouts) {
        return Map.of(
                "connectTimeout", Integer.toString(timeouts.connectSeconds() * 1000),
                "socketTimeout", Integer.toString(timeouts.socketSeconds() * 1000),
                "tcpKeepAlive", "true",
                // a status of 0 to 9 is often kept in a tinyint(1): as a flag it would be misread
                "tinyInt1isBit", "false",
                "yearIsDateType", "false",
                "useBulkStmtsForInserts", "true",
                // a server must not be able to ask for files of this machine
                "allowLocalInfile", "false");
    }

    @Override
    public List<String> onReading(Timeouts timeouts) {
        return List.of(
                // TIMESTAMP columns then come in UTC; only connections that read say this, since it would change
                // what the server writes by itself
                "SET time_zone = '+00:00'",
                "SET SESSION TRANSACTION READ ONLY",
                "SET SESSION net_write_timeout = " + timeouts.socketSeconds(),
                "SET SESSION innodb_lock_wait_timeout = " + timeouts.lockSeconds());
    }

    @Override
    public List<String> onWriting(Timeouts timeouts) {
        return List.of(
                // otherwise an over-long text may be cut without a word
                "SET SESSION sql_mode = CONCAT_WS(',', @@sql_mode, 'STRICT_ALL_TABLES')",
                "SET SESSION innodb_lock_wait_timeout = " + timeouts.lockSeconds());
    }

    @Override
    public boolean driverReadOnly() {
        return false;
    }

    @Override
    public String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }

    @Override
    public ColumnType type(int jdbcType, String typeName, int size, int scale) {
        return switch (jdbcType) {
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER -> ColumnType.INTEGER;
            case Types.BIGINT -> typeName.contains("unsigned") ? ColumnType.DECIMAL : ColumnType.INTEGER;
            case Types.DECIMAL, Types.NUMERIC, Types.FLOAT, Types.REAL, Types.DOUBLE -> ColumnType.DECIMAL;
            case Types.BOOLEAN -> ColumnType.FLAG;
            case Types.BIT -> size <= 1 ? ColumnType.FLAG : ColumnType.BYTES;
            case Types.DATE -> ColumnType.DATE;
            case Types.TIMESTAMP -> typeName.startsWith("timestamp") ? ColumnType.TIMESTAMP : ColumnType.DATETIME;
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> ColumnType.BYTES;
            default -> ColumnType.TEXT;
        };
    }

    @Override
    public CellReader reader(TableColumn column, JdbcOptions options) {
        boolean binary = switch (column.jdbcType()) {
            case Types.FLOAT, Types.REAL, Types.DOUBLE -> true;
            default -> false;
        };
        return switch (column.type()) {
            case DECIMAL -> binary ? Cells::fromText : Cells.standard(ColumnType.DECIMAL);
            case DATE -> (rows, place) -> dated(rows.getObject(place, LocalDate.class), rows, place, options);
            case DATETIME -> (rows, place) -> dated(rows.getObject(place, LocalDateTime.class), rows, place, options);
            case TIMESTAMP -> (rows, place) -> instant(rows, place, options);
            default -> Cells.standard(column.type());
        };
    }

    /** The driver tells 0000-00-00 as null, which it is not. */
    private static Object dated(Object value, ResultSet rows, int place, JdbcOptions options) throws SQLException {
        if (value != null) {
            return value;
        }
        String text = rows.getString(place);
        return text != null && text.startsWith("0000-00-00") && options.zeroDates() ? null : text;
    }

    private static Object instant(ResultSet rows, int place, JdbcOptions options) throws SQLException {
        Object value = dated(rows.getObject(place, LocalDateTime.class), rows, place, options);
        return value instanceof LocalDateTime time ? time.toInstant(ZoneOffset.UTC) : value;
    }

    @Override
    public String rawBytes(String quotedColumn) {
        return "CAST(" + quotedColumn + " AS BINARY)";
    }

    /** Not a binary collation: those pad with blanks, so that they order {@code a} after a, tab. */
    @Override
    public String byteOrder(String quotedColumn, TableColumn key) {
        return "CAST(CONVERT(" + quotedColumn + " USING utf8mb4) AS BINARY)";
    }

    @Override
    public String pageOrder(String quotedColumn, TableColumn key) {
        return key.isText() ? byteOrder(quotedColumn, key) : quotedColumn;
    }

    @Override
    public String place(TableColumn column) {
        return column.type() == ColumnType.TIMESTAMP ? "FROM_UNIXTIME(?)" : "?";
    }

    @Override
    public Object bound(Object value, TableColumn column) {
        if (value instanceof Instant instant) {
            return BigDecimal.valueOf(instant.getEpochSecond()).add(BigDecimal.valueOf(instant.getNano() / 1000, 6));
        }
        return value;
    }

    @Override
    public Inserting inserting(Table table, List<TableColumn> columns, String generated) {
        return new BatchInsert(this, table.source(), columns, generated);
    }

    @Override
    public int stagedFrom() {
        return 200;
    }

    @Override
    public List<String> staging(String source, String columns) {
        return List.of(
                "DROP TEMPORARY TABLE IF EXISTS hefu_staged",
                "CREATE TEMPORARY TABLE hefu_staged AS SELECT " + columns + " FROM " + source + " WHERE 1 = 0");
    }

    @Override
    public String stagedUpdate(String source, String key, List<String> columns) {
        List<String> sets =
                columns.stream().map(name -> "t." + name + " = s." + name).toList();
        return "UPDATE hefu_staged s STRAIGHT_JOIN " + source + " t ON t." + key + " = s." + key + " SET "
                + String.join(", ", sets);
    }

    @Override
    public FaultKind kind(SQLException fault) {
        return switch (fault.getErrorCode()) {
            case 1213, 1020 -> FaultKind.COLLISION;
            case 1205, 1040, 1203, 1226, 1969, 3024 -> FaultKind.BUSY;
            case 1045, 1698 -> FaultKind.PASSWORD;
            case 1044, 1049 -> FaultKind.NO_DATABASE;
            case 1146, 1051 -> FaultKind.NO_TABLE;
            case 1054 -> FaultKind.NO_COLUMN;
            case 1142, 1143, 1227, 1290, 1370, 1792 -> FaultKind.NO_GRANT;
            case 1053, 1927, 1152, 1158, 1159, 1160, 1161 -> FaultKind.LOST;
            case 1644 -> FaultKind.ROW;
            default -> ofState(fault);
        };
    }

    private FaultKind ofState(SQLException fault) {
        String state = fault.getSQLState() == null ? "" : fault.getSQLState();
        if (state.startsWith("08")) {
            return FaultKind.LOST;
        }
        return broken(fault.getErrorCode()) != Broken.OTHER || state.startsWith("22") || state.startsWith("23")
                ? FaultKind.ROW
                : FaultKind.OTHER;
    }

    @Override
    public Refusal refusal(SQLException fault) {
        String said = String.valueOf(fault.getMessage()).replaceFirst("^\\(conn=\\d+\\) ", "");
        return new Refusal(broken(fault.getErrorCode()), first(TABLE, said), first(COLUMN, said), said);
    }

    private static String first(Pattern pattern, String said) {
        Matcher matcher = pattern.matcher(said);
        if (!matcher.find()) {
            return "";
        }
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                return matcher.group(group).toLowerCase(Locale.ROOT).equals("null") ? "" : matcher.group(group);
            }
        }
        return "";
    }

    private static Broken broken(int code) {
        return switch (code) {
            case 1062, 1586, 1761 -> Broken.UNIQUE;
            case 1048, 1364, 1263 -> Broken.NOT_NULL;
            case 1452, 1216, 1451, 1217 -> Broken.REFERENCE;
            case 1406 -> Broken.TOO_LONG;
            case 1264, 1690 -> Broken.OUT_OF_RANGE;
            case 1366, 1292, 1265, 1367, 1411, 1300, 1525 -> Broken.NOT_A_VALUE;
            case 4025, 3819 -> Broken.CHECK;
            default -> Broken.OTHER;
        };
    }

    @Override
    public String grant(String privilege, String table, String user) {
        return "GRANT " + privilege + " ON " + table + " TO '" + user + "'@'<hub>'";
    }
}
