package io.hefu.adapters.jdbc;

import io.hefu.systems.ColumnType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** PostgreSQL. Inserts by COPY, or by rewritten batches where the database gives the key. */
record PostgresDatabase() implements Database {
    private static final Set<String> WHOLE =
            Set.of("int2", "int4", "int8", "serial", "bigserial", "smallserial", "oid");

    @Override
    public String title() {
        return "PostgreSQL";
    }

    @Override
    public Map<String, String> driverProperties(Timeouts timeouts) {
        return Map.of(
                "connectTimeout", Integer.toString(timeouts.connectSeconds()),
                "loginTimeout", Integer.toString(timeouts.connectSeconds()),
                "socketTimeout", Integer.toString(timeouts.socketSeconds()),
                "tcpKeepAlive", "true",
                "stringtype", "unspecified",
                "reWriteBatchedInserts", "true",
                "ApplicationName", "hefu");
    }

    @Override
    public List<String> onReading(Timeouts timeouts) {
        return onWriting(timeouts);
    }

    @Override
    public List<String> onWriting(Timeouts timeouts) {
        return List.of(
                "SET lock_timeout = '" + timeouts.lockSeconds() + "s'",
                "SET statement_timeout = '" + timeouts.statementSeconds() + "s'");
    }

    @Override
    public boolean driverReadOnly() {
        return true;
    }

    @Override
    public String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    @Override
    public ColumnType type(int jdbcType, String typeName, int size, int scale) {
        if (WHOLE.contains(typeName)) {
            return ColumnType.INTEGER;
        }
        return switch (typeName) {
            case "numeric", "float4", "float8" -> ColumnType.DECIMAL;
            case "bool" -> ColumnType.FLAG;
            case "date" -> ColumnType.DATE;
            case "timestamp" -> ColumnType.DATETIME;
            case "timestamptz" -> ColumnType.TIMESTAMP;
            case "bytea" -> ColumnType.BYTES;
            default -> ColumnType.TEXT;
        };
    }

    @Override
    public CellReader reader(TableColumn column, JdbcOptions options) {
        return switch (column.typeName()) {
            case "numeric" -> PostgresDatabase::numeric;
            case "float4", "float8" -> Cells::fromText;
            case "date" -> (rows, place) -> finite(rows.getObject(place, LocalDate.class), rows, place);
            case "timestamp" -> (rows, place) -> finite(rows.getObject(place, LocalDateTime.class), rows, place);
            case "timestamptz" -> PostgresDatabase::instant;
            case "bpchar" -> (rows, place) -> withoutPadding(rows.getString(place));
            default -> Cells.standard(column.type());
        };
    }

    private static Object numeric(ResultSet rows, int place) throws SQLException {
        try {
            return rows.getBigDecimal(place);
        } catch (SQLException notANumber) {
            return rows.getString(place);
        }
    }

    private static Object instant(ResultSet rows, int place) throws SQLException {
        OffsetDateTime value = rows.getObject(place, OffsetDateTime.class);
        if (value == null) {
            return null;
        }
        boolean endless = value.equals(OffsetDateTime.MAX) || value.equals(OffsetDateTime.MIN);
        return endless ? rows.getString(place) : value.toInstant();
    }

    private static Object finite(Object value, ResultSet rows, int place) throws SQLException {
        boolean endless = LocalDate.MAX.equals(value)
                || LocalDate.MIN.equals(value)
                || LocalDateTime.MAX.equals(value)
                || LocalDateTime.MIN.equals(value);
        return endless ? rows.getString(place) : value;
    }

    private static String withoutPadding(String text) {
        int end = text == null ? 0 : text.length();
        while (end > 0 && text.charAt(end - 1) == ' ') {
            end--;
        }
        return text == null ? null : text.substring(0, end);
    }

    @Override
    public String rawBytes(String quotedColumn) {
        return "convert_to(" + quotedColumn + "::text, getdatabaseencoding())";
    }

    @Override
    public String byteOrder(String quotedColumn, TableColumn key) {
        return key.isText() && key.typeName().equals("varchar")
                        || key.typeName().equals("text")
                ? quotedColumn + " COLLATE \"C\""
                : quotedColumn + "::text COLLATE \"C\"";
    }

    @Override
    public String pageOrder(String quotedColumn, TableColumn key) {
        return quotedColumn;
    }

    @Override
    public Object bound(Object value, TableColumn column) {
        return value instanceof Instant instant ? instant.atOffset(ZoneOffset.UTC) : value;
    }

    @Override
    public Inserting inserting(Table table, List<TableColumn> columns, String generated) {
        return new PostgresInsert(this, table.source(), columns, generated);
    }

    @Override
    public int stagedFrom() {
        return 200;
    }

    @Override
    public List<String> staging(String source, String columns) {
        return List.of("CREATE TEMP TABLE hefu_staged ON COMMIT DROP AS SELECT " + columns + " FROM " + source
                + " WHERE false");
    }

    @Override
    public String stagedUpdate(String source, String key, List<String> columns) {
        List<String> sets = columns.stream().map(name -> name + " = s." + name).toList();
        return "UPDATE " + source + " AS t SET " + String.join(", ", sets) + " FROM hefu_staged s WHERE t." + key
                + " = s." + key;
    }

    @Override
    public FaultKind kind(SQLException fault) {
        String state = fault.getSQLState() == null ? "" : fault.getSQLState();
        return switch (state) {
            case "40001", "40P01" -> FaultKind.COLLISION;
            case "55P03", "57014", "57P03" -> FaultKind.BUSY;
            case "28P01", "28000" -> FaultKind.PASSWORD;
            case "3D000" -> FaultKind.NO_DATABASE;
            case "42P01" -> FaultKind.NO_TABLE;
            case "42703" -> FaultKind.NO_COLUMN;
            case "42501", "25006" -> FaultKind.NO_GRANT;
            case "P0001", "44000" -> FaultKind.ROW;
            case "57P01", "57P02" -> FaultKind.LOST;
            default -> ofClass(state);
        };
    }

    private static FaultKind ofClass(String state) {
        return switch (state.length() < 2 ? "" : state.substring(0, 2)) {
            case "22", "23" -> FaultKind.ROW;
            case "08" -> FaultKind.LOST;
            case "53" -> FaultKind.BUSY;
            default -> FaultKind.OTHER;
        };
    }

    @Override
    public Refusal refusal(SQLException fault) {
        ServerErrorMessage said = fault instanceof PSQLException ours ? ours.getServerErrorMessage() : null;
        if (said == null) {
            return new Refusal(Broken.OTHER, "", "", String.valueOf(fault.getMessage()));
        }
        String detail = said.getDetail() == null ? "" : " " + said.getDetail();
        return new Refusal(
                broken(fault.getSQLState()),
                said.getTable() == null ? "" : said.getTable(),
                said.getColumn() == null ? columnOf(detail) : said.getColumn(),
                said.getMessage() + detail);
    }

    /** Of "Key (code)=(A1) already exists." */
    private static String columnOf(String detail) {
        int start = detail.indexOf('(');
        int end = detail.indexOf(")=(");
        return start >= 0 && end > start ? detail.substring(start + 1, end) : "";
    }

    private static Broken broken(String state) {
        return switch (state) {
            case "23505" -> Broken.UNIQUE;
            case "23502" -> Broken.NOT_NULL;
            case "23503", "23001" -> Broken.REFERENCE;
            case "23514", "44000" -> Broken.CHECK;
            case "22001" -> Broken.TOO_LONG;
            case "22003" -> Broken.OUT_OF_RANGE;
            case "22P02", "22007", "22008", "22021" -> Broken.NOT_A_VALUE;
            default -> Broken.OTHER;
        };
    }

    @Override
    public String grant(String privilege, String table, String user) {
        return "GRANT " + privilege + " ON " + table + " TO " + user;
    }
}
