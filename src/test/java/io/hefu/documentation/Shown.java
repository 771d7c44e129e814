package io.hefu.documentation;

import io.hefu.dictionary.DataType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values as the guide writes them: an amount {@code 18.50 CNY}, a reference {@code crm/customer/A1001}. */
final class Shown {
    private Shown() {}

    /** What the record says, empty lists left out. */
    static Map<String, Object> record(Record record) {
        Map<String, Object> shown = new LinkedHashMap<>();
        for (FieldType field : record.type().fields()) {
            Object value = record.raw(field.index());
            if (value != null && !List.of().equals(value)) {
                shown.put(field.name(), value(value));
            }
        }
        return shown;
    }

    static Object cells(Object cell) {
        if (cell instanceof Map<?, ?> map) {
            Map<String, Object> shown = new LinkedHashMap<>();
            map.forEach((name, inner) -> shown.put((String) name, cells(inner)));
            return shown;
        }
        return cell instanceof List<?> list ? list.stream().map(Shown::cells).toList() : value(cell);
    }

    private static Object value(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(element -> record((Record) element)).toList();
        }
        if (value instanceof Reference.ByKey key) {
            return key.system() + "/" + key.entity() + "/" + key.key();
        }
        if (value instanceof Reference.ByBusinessKey key) {
            return key.entity() + " " + key.field() + " " + key.value();
        }
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return value == null || value == Record.Nothing.NULL ? "null" : value.toString();
    }

    /** A value of a field that holds a single one, from how the guide writes it. */
    static Object read(FieldType field, String written) {
        if (!(field.type() instanceof DataType.Scalar scalar)) {
            return written;
        }
        return switch (scalar) {
            case TEXT -> written;
            case INTEGER -> Long.valueOf(written);
            case DECIMAL -> new BigDecimal(written);
            case MONEY -> Money.of(written.split(" ")[0], written.split(" ")[1]);
            case DATE -> LocalDate.parse(written);
            case TIME -> OffsetDateTime.parse(written).toInstant();
            case FLAG -> Boolean.valueOf(written);
        };
    }
}
