package io.hefu.store;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * The current row of a result; columns are counted from 1. The plain getters refuse SQL null, the optional ones give
 * empty for it.
 */
public final class Row {

    private final ResultSet result;
    private final Dialect dialect;

    Row(ResultSet result, Dialect dialect) {
        this.result = result;
        this.dialect = dialect;
    }

    public String text(int column) throws SQLException {
        return present(column, result.getString(column));
    }

    public Optional<String> optionalText(int column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    public long number(int column) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? refuseNull(column) : value;
    }

    public Optional<Long> optionalNumber(int column) throws SQLException {
        long value = result.getLong(column);
        return result.wasNull() ? Optional.empty() : Optional.of(value);
    }

    public int integer(int column) throws SQLException {
        return Math.toIntExact(number(column));
    }

    public Optional<Integer> optionalInteger(int column) throws SQLException {
        return optionalNumber(column).map(Math::toIntExact);
    }

    public boolean flag(int column) throws SQLException {
        return number(column) != 0;
    }

    public Optional<Boolean> optionalFlag(int column) throws SQLException {
        return optionalNumber(column).map(value -> value != 0);
    }

    public byte[] bytes(int column) throws SQLException {
        return present(column, result.getBytes(column));
    }

    public Optional<byte[]> optionalBytes(int column) throws SQLException {
        return Optional.ofNullable(result.getBytes(column));
    }

    public UUID uuid(int column) throws SQLException {
        return optionalUuid(column).orElseGet(() -> refuseNull(column));
    }

    public Optional<UUID> optionalUuid(int column) throws SQLException {
        return dialect == Dialect.SQLITE
                ? optionalBytes(column).map(Stored::uuid)
                : Optional.ofNullable(result.getObject(column, UUID.class));
    }

    /** Exact to the microsecond. */
    public Instant instant(int column) throws SQLException {
        return Stored.instant(number(column));
    }

    /** Exact to the microsecond. */
    public Optional<Instant> optionalInstant(int column) throws SQLException {
        return optionalNumber(column).map(Stored::instant);
    }

    /** With the scale that was stored. */
    public BigDecimal decimal(int column) throws SQLException {
        return new BigDecimal(text(column));
    }

    /** With the scale that was stored. */
    public Optional<BigDecimal> optionalDecimal(int column) throws SQLException {
        return optionalText(column).map(BigDecimal::new);
    }

    public LocalDate date(int column) throws SQLException {
        return LocalDate.parse(text(column));
    }

    public Optional<LocalDate> optionalDate(int column) throws SQLException {
        return optionalText(column).map(LocalDate::parse);
    }

    private <T> T present(int column, T value) {
        return value == null ? refuseNull(column) : value;
    }

    private <T> T refuseNull(int column) {
        throw new IllegalStateException("Column " + column + " is null; read it with the optional getter");
    }
}
