package io.hefu.store;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A column that is written in bulk: its name as in the migration, and what it stores.
 *
 * <p>On PostgreSQL the type must be exactly that of the table, since the binary COPY converts nothing.
 */
public record Column(String name, Type type) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    /** What a column stores, by the Java type that fills it. */
    public enum Type {
        /** String, in a text column. */
        TEXT("text"),
        /** byte[], in a <code>${bytes}</code> column. */
        BYTES("bytea"),
        /** UUID, in a <code>${uuid}</code> column. */
        UUID("uuid"),
        /** Long, in a <code>${long}</code> column. */
        LONG("bigint"),
        /** Integer, in an integer column. */
        INTEGER("integer"),
        /** Boolean, in an integer column as 0 or 1. */
        FLAG("integer"),
        /** Instant, in a <code>${long}</code> column as microseconds since 1970. */
        INSTANT("bigint"),
        /** BigDecimal, in a text column. */
        DECIMAL("text"),
        /** LocalDate, in a text column as 2026-01-31. */
        DATE("text");

        private final String postgresType;

        Type(String postgresType) {
            this.postgresType = postgresType;
        }

        String postgresType() {
            return postgresType;
        }
    }

    public Column {
        Objects.requireNonNull(type, "type");
        requireName(name);
    }

    public static Column text(String name) {
        return new Column(name, Type.TEXT);
    }

    public static Column bytes(String name) {
        return new Column(name, Type.BYTES);
    }

    public static Column uuid(String name) {
        return new Column(name, Type.UUID);
    }

    public static Column number(String name) {
        return new Column(name, Type.LONG);
    }

    public static Column integer(String name) {
        return new Column(name, Type.INTEGER);
    }

    public static Column flag(String name) {
        return new Column(name, Type.FLAG);
    }

    public static Column instant(String name) {
        return new Column(name, Type.INSTANT);
    }

    public static Column decimal(String name) {
        return new Column(name, Type.DECIMAL);
    }

    public static Column date(String name) {
        return new Column(name, Type.DATE);
    }

    /** Names go into SQL text, so only plain ones pass. */
    static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain name of a table or column: " + name);
        }
        return name;
    }
}
