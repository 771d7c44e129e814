package io.hefu.mapping;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.HashValue128;
import com.dynatrace.hash4j.hashing.Hasher128;
import com.dynatrace.hash4j.hashing.Hashing;
import io.hefu.systems.Row;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which cells of a level count for a row's fingerprint, and how. Neither the order of a resource's columns, nor that of an
 * object's keys, nor that of a list's mapped elements (child rows come in any order) changes it.
 */
final class HashPlan {
    static final Hasher128 HASHER = Hashing.murmur3_128();

    private final Slots slots;
    private final Map<String, HashPlan> elements = new HashMap<>();
    private final Set<String> whole = new HashSet<>();

    /** What kind of cell follows, so that cells of different kinds never look alike. */
    private static final class Tag {
        static final byte ABSENT = 0;
        static final byte NULL = 1;
        static final byte TEXT = 2;
        static final byte INTEGER = 3;
        static final byte DECIMAL = 4;
        static final byte FLAG = 5;
        static final byte DATE = 6;
        static final byte DATETIME = 7;
        static final byte TIMESTAMP = 8;
        static final byte BYTES = 9;
        static final byte LIST = 10;
        static final byte OBJECT = 11;
        static final byte ELEMENTS = 12;
        static final byte OTHER = 13;
    }

    HashPlan(Slots slots) {
        this.slots = slots;
    }

    /** Of a list, only the mapped cells of its elements count; unless two fields read it differently. */
    void elements(String column, HashPlan plan) {
        if (elements.put(column, plan) != null) {
            whole.add(column);
        }
    }

    void put(Object holder, HashStream128 to) {
        String[] names = slots.names();
        if (holder instanceof Row row) {
            int[] places = slots.placesIn(row.shape());
            Object[] cells = row.cells();
            for (int i = 0; i < names.length; i++) {
                put(names[i], places[i] < 0 ? Row.Cell.ABSENT : cells[places[i]], to);
            }
        } else {
            Cells cells = slots.cells((Map<?, ?>) holder);
            for (int i = 0; i < names.length; i++) {
                put(names[i], cells.at(i), to);
            }
        }
    }

    private void put(String name, Object cell, HashStream128 to) {
        if (cell instanceof List<?> list && !elements.isEmpty()) {
            HashPlan plan = whole.contains(name) ? null : elements.get(name);
            if (plan != null) {
                plan.putElements(list, to);
                return;
            }
        }
        putCell(cell, to);
    }

    private void putElements(List<?> list, HashStream128 to) {
        long high = 0;
        long low = 0;
        HashStream128 stream = HASHER.hashStream();
        for (Object element : list) {
            stream.reset();
            if (element instanceof Row || element instanceof Map) {
                put(element, stream);
            } else {
                putCell(element, stream);
            }
            HashValue128 hash = stream.get();
            high += hash.getMostSignificantBits();
            low += hash.getLeastSignificantBits();
        }
        to.putByte(Tag.ELEMENTS).putInt(list.size()).putLong(high).putLong(low);
    }

    private static void putCell(Object cell, HashStream128 to) {
        if (cell instanceof String text) {
            to.putByte(Tag.TEXT).putString(text);
        } else if (cell == null) {
            to.putByte(Tag.NULL);
        } else if (cell instanceof Long number) {
            to.putByte(Tag.INTEGER).putLong(number);
        } else if (cell instanceof BigDecimal decimal) {
            putDecimal(decimal, to);
        } else if (cell == Row.Cell.ABSENT) {
            to.putByte(Tag.ABSENT);
        } else if (cell instanceof LocalDate date) {
            to.putByte(Tag.DATE).putLong(date.toEpochDay());
        } else if (cell instanceof Instant instant) {
            to.putByte(Tag.TIMESTAMP).putLong(instant.getEpochSecond()).putInt(instant.getNano());
        } else {
            putRare(cell, to);
        }
    }

    private static void putRare(Object cell, HashStream128 to) {
        if (cell instanceof LocalDateTime clock) {
            to.putByte(Tag.DATETIME)
                    .putLong(clock.toLocalDate().toEpochDay())
                    .putLong(clock.toLocalTime().toNanoOfDay());
        } else if (cell instanceof Boolean flag) {
            to.putByte(Tag.FLAG).putBoolean(flag);
        } else if (cell instanceof byte[] bytes) {
            to.putByte(Tag.BYTES).putByteArray(bytes);
        } else if (cell instanceof List<?> list) {
            to.putByte(Tag.LIST).putInt(list.size());
            list.forEach(item -> putCell(item, to));
        } else if (cell instanceof Map<?, ?> object) {
            putObject(object, to);
        } else if (cell instanceof Row row) {
            putRow(row, to);
        } else {
            to.putByte(Tag.OTHER).putString(cell.toString());
        }
    }

    private static void putDecimal(BigDecimal decimal, HashStream128 to) {
        to.putByte(Tag.DECIMAL).putInt(decimal.scale());
        BigInteger digits = decimal.unscaledValue();
        if (digits.bitLength() < Long.SIZE) {
            to.putLong(digits.longValue());
        } else {
            to.putByteArray(digits.toByteArray());
        }
    }

    private static void putObject(Map<?, ?> object, HashStream128 to) {
        long high = 0;
        long low = 0;
        HashStream128 stream = HASHER.hashStream();
        for (Map.Entry<?, ?> entry : object.entrySet()) {
            stream.reset().putString(String.valueOf(entry.getKey()));
            putCell(entry.getValue(), stream);
            HashValue128 hash = stream.get();
            high += hash.getMostSignificantBits();
            low += hash.getLeastSignificantBits();
        }
        to.putByte(Tag.OBJECT).putInt(object.size()).putLong(high).putLong(low);
    }

    private static void putRow(Row row, HashStream128 to) {
        Map<String, Object> cells = new HashMap<>();
        row.shape().columns().forEach(column -> {
            if (row.cell(column.name()) != Row.Cell.ABSENT) {
                cells.put(column.name(), row.cell(column.name()));
            }
        });
        putObject(cells, to);
    }
}
