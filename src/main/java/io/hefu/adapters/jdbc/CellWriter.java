package io.hefu.adapters.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hefu.systems.ColumnType;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cells as a column takes them. */
final class CellWriter {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_NUMBER = 200;

    private CellWriter() {}

    /** A key's text as its column's value; empty when the column can hold no such value, so that no row has it. */
    static Optional<Object> key(String text, TableColumn column, ZoneId zone) {
        try {
            return Optional.of(fitted(text, column, zone));
        } catch (IllegalCell cannotBe) {
            return Optional.empty();
        }
    }

    /**
     * A cell as the column's type.
     *
     * @throws IllegalCell when it cannot be one
     */
    static Object fitted(Object cell, TableColumn column, ZoneId zone) {
        if (cell == null) {
            return null;
        }
        try {
            return switch (column.type()) {
                case INTEGER -> whole(cell);
                case DECIMAL -> number(cell);
                case FLAG -> flag(cell);
                case DATE -> date(cell, zone);
                case DATETIME -> clockTime(cell, zone);
                case TIMESTAMP -> instant(cell, zone);
                case BYTES -> cell instanceof byte[] ? cell : fail(cell);
                default -> text(cell);
            };
        } catch (DateTimeException | ArithmeticException | NumberFormatException | JsonProcessingException unfit) {
            throw new IllegalCell(column, cell);
        }
    }

    private static Object whole(Object cell) {
        if (cell instanceof Long) {
            return cell;
        } else if (cell instanceof Boolean flag) {
            return flag ? 1L : 0L;
        }
        return number(cell).longValueExact();
    }

    private static BigDecimal number(Object cell) {
        if (cell instanceof Long whole) {
            return BigDecimal.valueOf(whole);
        }
        String text = cell instanceof String written ? written.trim() : "";
        BigDecimal number = cell instanceof BigDecimal exact ? exact : new BigDecimal(bounded(text));
        if (Math.abs((long) number.scale()) > LONGEST_NUMBER || number.precision() > LONGEST_NUMBER) {
            throw new ArithmeticException("too long");
        }
        return number;
    }

    private static String bounded(String text) {
        if (text.length() > LONGEST_NUMBER) {
            throw new ArithmeticException("too long");
        }
        return text;
    }

    private static Object flag(Object cell) {
        if (cell instanceof Boolean) {
            return cell;
        }
        return switch (cell.toString()) {
            case "1", "true", "t" -> true;
            case "0", "false", "f" -> false;
            default -> fail(cell);
        };
    }

    private static LocalDate date(Object cell, ZoneId zone) {
        if (cell instanceof LocalDateTime time) {
            return time.toLocalDate();
        }
        if (cell instanceof Instant instant) {
            return LocalDate.ofInstant(instant, zone);
        }
        return cell instanceof LocalDate date ? date : LocalDate.parse(cell.toString());
    }

    private static LocalDateTime clockTime(Object cell, ZoneId zone) {
        if (cell instanceof LocalDate date) {
            return date.atStartOfDay();
        }
        if (cell instanceof Instant instant) {
            return LocalDateTime.ofInstant(instant, zone);
        }
        return cell instanceof LocalDateTime time
                ? time
                : LocalDateTime.parse(cell.toString().replace(' ', 'T'));
    }

    private static Instant instant(Object cell, ZoneId zone) {
        if (cell instanceof LocalDateTime || cell instanceof LocalDate) {
            return clockTime(cell, zone).atZone(zone).toInstant();
        }
        return cell instanceof Instant instant ? instant : Instant.parse(cell.toString());
    }

    private static String text(Object cell) throws JsonProcessingException {
        if (cell instanceof BigDecimal) {
            return number(cell).toPlainString();
        }
        return cell instanceof List || cell instanceof Map ? JSON.writeValueAsString(cell) : cell.toString();
    }

    private static Object fail(Object cell) {
        throw new ArithmeticException(cell.getClass().getSimpleName());
    }

    /** Whether a column takes such a text at all, before it is sent. */
    static boolean tooLong(Object bound, TableColumn column) {
        return column.type() == ColumnType.TEXT
                && bound instanceof String text
                && column.size() > 0
                && text.codePointCount(0, text.length()) > column.size();
    }

    /** A cell that its column cannot hold. */
    static final class IllegalCell extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient TableColumn column;
        private final transient Object cell;

        IllegalCell(TableColumn column, Object cell) {
            super(column.name());
            this.column = column;
            this.cell = cell;
        }

        TableColumn column() {
            return column;
        }

        Object cell() {
            return cell;
        }
    }
}
