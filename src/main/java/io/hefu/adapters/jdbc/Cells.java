package io.hefu.adapters.jdbc;

import io.hefu.systems.ColumnType;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;

/** Readers that several products share. */
final class Cells {
    private Cells() {}

    static CellReader standard(ColumnType type) {
        return switch (type) {
            case INTEGER -> Cells::integer;
            case DECIMAL -> Cells::decimal;
            case FLAG -> Cells::flag;
            case DATE -> Cells::date;
            case DATETIME -> Cells::clockTime;
            case TIMESTAMP -> Cells::instant;
            case BYTES -> java.sql.ResultSet::getBytes;
            default -> java.sql.ResultSet::getString;
        };
    }

    private static Object integer(java.sql.ResultSet rows, int place) throws SQLException {
        long value = rows.getLong(place);
        return value == 0 && rows.wasNull() ? null : (Object) value;
    }

    private static Object flag(java.sql.ResultSet rows, int place) throws SQLException {
        boolean value = rows.getBoolean(place);
        return !value && rows.wasNull() ? null : (Object) value;
    }

    private static Object decimal(java.sql.ResultSet rows, int place) throws SQLException {
        return rows.getBigDecimal(place);
    }

    /** A binary number by the shortest text that means it, or its text when it is no number. */
    static Object fromText(java.sql.ResultSet rows, int place) throws SQLException {
        return number(rows.getString(place));
    }

    static Object number(String text) {
        if (text == null) {
            return null;
        }
        try {
            return text.length() <= 60 ? (Object) new BigDecimal(text.trim()) : text;
        } catch (NumberFormatException notANumber) {
            return text;
        }
    }

    private static Object date(java.sql.ResultSet rows, int place) throws SQLException {
        return rows.getObject(place, LocalDate.class);
    }

    private static Object clockTime(java.sql.ResultSet rows, int place) throws SQLException {
        return rows.getObject(place, LocalDateTime.class);
    }

    private static Object instant(java.sql.ResultSet rows, int place) throws SQLException {
        OffsetDateTime value = rows.getObject(place, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** Text of bytes in a charset, strictly; what does not decode stays bytes. */
    static CellReader decoded(Charset charset) {
        return (rows, place) -> {
            byte[] bytes = rows.getBytes(place);
            return bytes == null ? null : decoded(bytes, charset);
        };
    }

    private static Object decoded(byte[] bytes, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException broken) {
            return bytes;
        }
    }
}
