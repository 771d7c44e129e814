package io.hefu.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
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
        TEXT("text", String.class),
        /** byte[], in a <code>${bytes}</code> column. */
        BYTES("bytea", byte[].class),
        /** UUID, in a <code>${uuid}</code> column. */
        UUID("uuid", java.util.UUID.class),
        /** Long, in a <code>${long}</code> column. */
        LONG("bigint", Long.class),
        /** Integer, in an integer column. */
        INTEGER("integer", Integer.class),
        /** Boolean, in an integer column as 0 or 1. */
        FLAG("integer", Boolean.class),
        /** Instant, in a <code>${long}</code> column as microseconds since 1970. */
        INSTANT("bigint", Instant.class),
        /** BigDecimal, in a text column. */
        DECIMAL("text", BigDecimal.class),
        /** LocalDate, in a text column as 2026-01-31. */
        DATE("text", LocalDate.class);

        private final String postgresType;
        private final Class<?> javaType;

        Type(String postgresType, Class<?> javaType) {
            this.postgresType = postgresType;
            this.javaType = javaType;
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

    /** The value without its Optional, or null; refuses one of another type. */
    Object plain(Object value) {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (plain != null && !type.javaType.isInstance(plain)) {
            throw new IllegalArgumentException("Column " + name + " stores " + type.javaType.getName()
                    + " and was given a " + plain.getClass().getName());
        }
        return plain;
    }

    /** Names go into SQL text, so only plain ones pass. */
    static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a plain name of a table or column: " + name);
        }
        return name;
    }
}
