package io.hefu.golden;

import io.hefu.dictionary.Record;
import java.math.BigDecimal;
import java.util.List;

/** Whether two values of a record are the same to a person: 1.0 and 1.00 are, absent and null are not. */
final class SameValue {
    private SameValue() {}

    /** @param one a value, {@link Record.Nothing#NULL}, or Java null for absent; so is the other */
    static boolean of(Object one, Object other) {
        if (one == other) {
            return true;
        }
        if (one == null || other == null) {
            return false;
        }
        if (one instanceof BigDecimal decimal) {
            return other instanceof BigDecimal further && decimal.compareTo(further) == 0;
        }
        if (one instanceof List<?> list) {
            return other instanceof List<?> further && ofLists(list, further);
        }
        if (one instanceof Record record) {
            return other instanceof Record further && ofRecords(record, further);
        }
        return one.equals(other);
    }

    private static boolean ofLists(List<?> one, List<?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!of(one.get(i), other.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean ofRecords(Record one, Record other) {
        int fields = one.type().fields().size();
        if (!one.type().name().equals(other.type().name())
                || fields != other.type().fields().size()) {
            return false;
        }
        for (int i = 0; i < fields; i++) {
            if (!of(one.raw(i), other.raw(i))) {
                return false;
            }
        }
        return true;
    }
}
