package io.hefu.adapters.jdbc;

import io.hefu.systems.ColumnType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** What differs between database products. */
sealed interface Database permits PostgresDatabase, MariaDatabase, SqliteDatabase {
    /** Rows that the server sends at a time, so that a million need the memory of these. */
    int FETCH_SIZE = 2000;

    /** @return null when no product of that URL is known */
    static Database of(String url) {
        if (url.startsWith("jdbc:postgresql:")) {
            return new PostgresDatabase();
        }
        if (url.startsWith("jdbc:mariadb:") || url.startsWith("jdbc:mysql:")) {
            return new MariaDatabase();
        }
        return url.startsWith("jdbc:sqlite:") ? new SqliteDatabase() : null;
    }

    String title();

    /** The URL as the driver wants it. */
    default String url(String written) {
        return written;
    }

    Map<String, String> driverProperties(Timeouts timeouts);

    /** Said once on a connection that only reads. */
    List<String> onReading(Timeouts timeouts);

    /** Said once on a connection that writes. */
    List<String> onWriting(Timeouts timeouts);

    /** Whether a connection may be told to be read-only in the driver's own way. */
    boolean driverReadOnly();

    String quoted(String name);

    ColumnType type(int jdbcType, String typeName, int size, int scale);

    CellReader reader(TableColumn column, JdbcOptions options);

    /** Selects a text column's bytes as they are stored. */
    String rawBytes(String quotedColumn);

    /** An expression whose order is the byte order of the key's UTF-8 text. */
    String byteOrder(String quotedColumn, TableColumn key);

    /** An expression that tells any two keys apart and orders them, by an index where there is one. */
    String pageOrder(String quotedColumn, TableColumn key);

    /** The function that gives the greatest of several values. */
    default String greatest() {
        return "GREATEST";
    }

    /** The place of a value in a statement. */
    default String place(TableColumn column) {
        return "?";
    }

    /** What is bound there, from the class that the column's type names. */
    Object bound(Object value, TableColumn column);

    /** @param generated the column whose values the database makes */
    Inserting inserting(Table table, List<TableColumn> columns, String generated);

    /** Fills a temporary table and updates by one join; from how many rows that pays. */
    int stagedFrom();

    /** Makes the temporary table {@code hefu_staged} with the key and columns of the table. */
    List<String> staging(String source, String columns);

    String stagedUpdate(String source, String key, List<String> columns);

    FaultKind kind(SQLException fault);

    /** The constraint, column and detail that a refusal names. */
    Refusal refusal(SQLException fault);

    /** A grant that would help, for messages. */
    String grant(String privilege, String table, String user);

    /** Inserts rows on a connection. */
    interface Inserting {
        /**
         * @param values per row its bound values, in the order of the columns
         * @return the generated keys by row; empty when none were asked for
         */
        List<String> insert(Connection connection, List<Object[]> values) throws SQLException;
    }

    /** How long to wait for what. */
    record Timeouts(int connectSeconds, int statementSeconds, int lockSeconds, int socketSeconds) {}

    /** What went wrong, as far as it decides what to do. */
    enum FaultKind {
        /** One row is not as the table wants it. */
        ROW,
        /** Deadlock or serialization: the same again may work at once. */
        COLLISION,
        /** Locked, overloaded, starting, timed out: later. */
        BUSY,
        /** The connection is gone, or never was. */
        LOST,
        PASSWORD,
        NO_DATABASE,
        NO_TABLE,
        NO_COLUMN,
        NO_GRANT,
        OTHER
    }

    /** What a refusal is about. */
    enum Broken {
        UNIQUE,
        NOT_NULL,
        REFERENCE,
        TOO_LONG,
        OUT_OF_RANGE,
        NOT_A_VALUE,
        CHECK,
        OTHER
    }

    /**
     * @param table empty when the database does not say
     * @param column empty when the database does not say
     * @param detail the database's own words, one line
     */
    record Refusal(Broken broken, String table, String column, String detail) {}
}
