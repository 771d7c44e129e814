package io.hefu.dictionary;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A canonical record: the values of one entity's fields. Of each field it knows one of three things: it is absent (the
 * source did not say), it is null (the source said: nothing), or it has a value of the class that {@link DataType} names.
 * A list is never absent nor null, only empty. Immutable.
 */
public final class Record {
    /** Stands in an array of values for "the source said: nothing"; a Java null there means absent. */
    public enum Nothing {
        NULL
    }

    private final EntityType type;
    private final Object[] values;

    private Record(EntityType type, Object[] values) {
        this.type = type;
        this.values = values;
    }

    /**
     * For the engine's inner loops: the array is taken over, not copied, and must not be touched afterwards.
     *
     * @param values by {@link FieldType#index()}: a value, {@link Nothing#NULL}, or Java null for absent
     */
    public static Record ofOwned(EntityType type, Object[] values) {
        if (values.length != type.fields().size()) {
            throw new IllegalArgumentException(type + " has " + type.fields().size() + " fields, not " + values.length);
        }
        for (FieldType field : type.fields()) {
            if (field.type() instanceof DataType.ListOf && !(values[field.index()] instanceof List)) {
                values[field.index()] = List.of();
            }
        }
        return new Record(type, values);
    }

    public static Record empty(EntityType type) {
        return ofOwned(type, new Object[type.fields().size()]);
    }

    public EntityType type() {
        return type;
    }

    /** Whether the source spoke of the field at all, be it to say nothing. */
    public boolean has(FieldType field) {
        return values[field.index()] != null;
    }

    public boolean isNull(FieldType field) {
        return values[field.index()] == Nothing.NULL;
    }

    /** The value; empty when the field is absent or null. */
    public Optional<Object> find(FieldType field) {
        Object value = values[field.index()];
        return value == null || value == Nothing.NULL ? Optional.empty() : Optional.of(value);
    }

    public <T> Optional<T> find(String field, Class<T> as) {
        return type.find(field).flatMap(this::find).map(as::cast);
    }

    /** @throws IllegalArgumentException when the field is absent or null */
    public Object value(FieldType field) {
        return find(field)
                .orElseThrow(() -> new IllegalArgumentException(type + "." + field.name() + " has no value here"));
    }

    @SuppressWarnings("unchecked")
    public List<Record> list(FieldType field) {
        return (List<Record>) values[field.index()];
    }

    /** A value, {@link Nothing#NULL}, or Java null for absent: for the engine's inner loops only. */
    public Object raw(int index) {
        return values[index];
    }

    /** @param value a value or {@link Nothing#NULL} */
    public Record with(FieldType field, Object value) {
        Object[] changed = values.clone();
        changed[field.index()] = value;
        return new Record(type, changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Record record && record.type == type && Arrays.equals(record.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        StringBuilder shown = new StringBuilder(type.name()).append('{');
        for (FieldType field : type.fields()) {
            Object value = values[field.index()];
            if (value != null && !List.of().equals(value)) {
                shown.append(shown.charAt(shown.length() - 1) == '{' ? "" : ", ");
                shown.append(field.name()).append('=').append(value == Nothing.NULL ? "null" : value);
            }
        }
        return shown.append('}').toString();
    }
}
