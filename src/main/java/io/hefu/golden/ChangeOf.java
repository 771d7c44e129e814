package io.hefu.golden;

import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import io.hefu.ledger.Change;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the change log says of a changed golden record. */
public final class ChangeOf {
    private static final String WHOLE = "*";

    private ChangeOf() {}

    /** @param batch that changed it */
    public static Change record(Changed changed, long batch) {
        GoldenRecord before = changed.before();
        GoldenRecord after = changed.after();
        List<Change.Field> fields = new ArrayList<>();
        if (before.deleted() != after.deleted()) {
            String system = after.deletion().map(Provenance::system).orElse("");
            Change.Kind kind = after.deleted() ? Change.Kind.DELETED : Change.Kind.RETURNED;
            fields.add(new Change.Field(WHOLE, Optional.empty(), Optional.empty(), system, kind));
        }
        for (FieldType field : Survivorship.changed(before, after)) {
            fields.add(new Change.Field(
                    field.name(),
                    shown(before.merged().raw(field.index())),
                    shown(after.merged().raw(field.index())),
                    after.provenance(field).map(Provenance::system).orElse(""),
                    Change.Kind.CHANGED));
        }
        for (Hold hold : after.holds()) {
            if (!before.holds().contains(hold)) {
                fields.add(held(after, hold));
            }
        }
        return new Change(after.uid(), after.version(), batch, fields);
    }

    private static Change.Field held(GoldenRecord after, Hold hold) {
        return new Change.Field(
                hold.field().name(),
                shown(after.merged().raw(hold.field().index())),
                shown(hold.value()),
                hold.provenance().system(),
                Change.Kind.HELD);
    }

    /** A value as a person reads it; empty for absent, null and an empty list. */
    public static Optional<String> shown(Object value) {
        if (value == null || value == Record.Nothing.NULL) {
            return Optional.empty();
        }
        if (value instanceof List<?> list) {
            return list.isEmpty()
                    ? Optional.empty()
                    : Optional.of(list.stream().map(ChangeOf::element).collect(Collectors.joining("; ")));
        }
        return Optional.of(single(value));
    }

    private static String element(Object element) {
        return element instanceof Record record
                ? record.type().fields().stream()
                        .flatMap(field -> record.find(field).stream().map(value -> field.name() + "=" + single(value)))
                        .collect(Collectors.joining(", "))
                : single(element);
    }

    private static String single(Object value) {
        if (value instanceof Reference.Known known) {
            return known.uid().toString();
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
    }
}
