package io.hefu.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.values.StructValue;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import java.util.List;
import java.util.Optional;

/** A record as CEL sees it, without copying it. */
@SuppressWarnings("Immutable") // records are immutable, which the annotation cannot know
final class RecordView extends StructValue<String, RecordView> {
    private final Record record;

    RecordView(Record record) {
        this.record = record;
    }

    Record record() {
        return record;
    }

    @Override
    public RecordView value() {
        return this;
    }

    @Override
    public boolean isZeroValue() {
        return false;
    }

    @Override
    public CelType celType() {
        return TypeNames.structOf(record.type());
    }

    @Override
    public Object select(String name) {
        FieldType field = field(name);
        Object value = record.raw(field.index());
        if (value == null || value == Record.Nothing.NULL) {
            throw ExpressionFault.of(
                    "%s的“%s”（%s）没有值",
                    "%s has no value in “%s” (%s)", record.type().title(), field.title(), name);
        }
        return adapted(field, value);
    }

    @Override
    public Optional<Object> find(String name) {
        FieldType field = field(name);
        return record.find(field).map(value -> adapted(field, value));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RecordView view && view.record.equals(record);
    }

    @Override
    public int hashCode() {
        return record.hashCode();
    }

    @Override
    public String toString() {
        return record.toString();
    }

    private FieldType field(String name) {
        return record.type()
                .find(name)
                .orElseThrow(() -> ExpressionFault.of(
                        "%s没有字段 %s", "%s has no field %s", record.type().title(), name));
    }

    @SuppressWarnings("unchecked")
    private static Object adapted(FieldType field, Object value) {
        return field.type() instanceof DataType.ListOf ? new PartList((List<Record>) value) : value;
    }
}
