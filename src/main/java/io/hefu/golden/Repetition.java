package io.hefu.golden;

import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Whether a system only repeats what it was told. A system may say less of a list's elements than it was told, and an
 * element that has a key may stand elsewhere in the list. Of a reference that is not identified nothing can be told apart.
 */
public final class Repetition {
    private Repetition() {}

    /**
     * @param told a value, {@link Record.Nothing#NULL}, or Java null: it was told nothing
     * @param said what it says now, likewise
     */
    public static boolean of(Object told, Object said) {
        if (saysNothing(said)) {
            return saysNothing(told);
        }
        if (told instanceof Reference.Known && said instanceof Reference && !(said instanceof Reference.Known)) {
            return true;
        }
        if (told instanceof List<?> list) {
            return said instanceof List<?> other && lists(list, other);
        }
        if (told instanceof Record record) {
            return said instanceof Record other && records(record, other);
        }
        return SameValue.of(told, said);
    }

    private static boolean saysNothing(Object value) {
        return value == null || value == Record.Nothing.NULL || List.of().equals(value);
    }

    private static boolean lists(List<?> told, List<?> said) {
        if (told.size() != said.size()) {
            return false;
        }
        List<?> one = inOrder(told);
        List<?> other = inOrder(said);
        for (int i = 0; i < one.size(); i++) {
            if (!of(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static List<?> inOrder(List<?> elements) {
        List<Record> records = new ArrayList<>();
        for (Object element : elements) {
            if (!(element instanceof Record record)
                    || Identity.businessKey(record).isEmpty()) {
                return elements;
            }
            records.add(record);
        }
        records.sort(Comparator.comparing(record -> Identity.businessKey(record).orElseThrow()));
        return records;
    }

    private static boolean records(Record told, Record said) {
        for (FieldType field : said.type().fields()) {
            Object value = said.raw(field.index());
            if (!saysNothing(value) && !of(told.raw(field.index()), value)) {
                return false;
            }
        }
        return true;
    }
}
