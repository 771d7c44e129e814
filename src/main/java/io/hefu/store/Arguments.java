package io.hefu.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Binds Java values to the places of a statement, in the stored form of this database. */
final class Arguments {

    private final Dialect dialect;

    Arguments(Dialect dialect) {
        this.dialect = dialect;
    }

    void bind(PreparedStatement statement, Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            bind(statement, i + 1, values[i]);
        }
    }

    private void bind(PreparedStatement statement, int place, Object value) throws SQLException {
        Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        if (plain == null) {
            statement.setNull(place, Types.NULL);
        } else if (plain instanceof String text) {
            statement.setString(place, Stored.text(text));
        } else if (plain instanceof Long number) {
            statement.setLong(place, number);
        } else if (plain instanceof Integer number) {
            statement.setInt(place, number);
        } else if (plain instanceof Boolean flag) {
            statement.setInt(place, flag ? 1 : 0);
        } else {
            bindRarer(statement, place, plain);
        }
    }

    private void bindRarer(PreparedStatement statement, int place, Object value) throws SQLException {
        if (value instanceof UUID uuid) {
            bindUuid(statement, place, uuid);
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(place, bytes);
        } else if (value instanceof Instant instant) {
            statement.setLong(place, Stored.instant(instant));
        } else if (value instanceof BigDecimal || value instanceof LocalDate) {
            statement.setString(place, value.toString());
        } else if (value instanceof KeySet keys) {
            keys.bind(statement, place);
        } else {
            throw new IllegalArgumentException("Argument " + place + " is a "
                    + value.getClass().getName()
                    + "; allowed are String, Long, Integer, Boolean, byte[], UUID, Instant, BigDecimal, LocalDate,"
                    + " KeySet and Optional of these");
        }
    }

    private void bindUuid(PreparedStatement statement, int place, UUID uuid) throws SQLException {
        if (dialect == Dialect.SQLITE) {
            statement.setBytes(place, Stored.uuid(uuid));
        } else {
            statement.setObject(place, uuid);
        }
    }
}
