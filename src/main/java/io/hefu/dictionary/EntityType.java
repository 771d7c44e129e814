package io.hefu.dictionary;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An entity of the dictionary, or a part that lists are made of. Immutable. */
public final class EntityType {
    private final String name;
    private final Text title;
    private final boolean part;
    private final List<FieldType> fields;
    private final Map<String, FieldType> byName;
    private final List<List<FieldType>> keys;
    private final Optional<FieldType> taxNumber;
    private final Optional<FieldType> identifyingName;
    private final List<FieldType> lookup;
    private final List<String> retired;
    private final Position position;

    /** An entity without lookup fields and retired ones. */
    public EntityType(
            String name,
            Text title,
            boolean part,
            List<FieldType> fields,
            List<List<FieldType>> keys,
            Optional<FieldType> taxNumber,
            Optional<FieldType> identifyingName,
            Position position) {
        this(name, title, part, fields, keys, taxNumber, identifyingName, List.of(), List.of(), position);
    }

    /**
     * @param part true for an element of lists, which has no UID of its own; its key tells elements apart within a list
     * @param keys business keys: records with equal values in all fields of one key are the same thing
     * @param taxNumber the field whose valid number also identifies
     * @param identifyingName the field whose cleaned value, when equal, marks a possible duplicate
     * @param lookup fields by which golden records can be looked up besides keys
     * @param retired fields that once were and that a person decided to give up
     */
    public EntityType(
            String name,
            Text title,
            boolean part,
            List<FieldType> fields,
            List<List<FieldType>> keys,
            Optional<FieldType> taxNumber,
            Optional<FieldType> identifyingName,
            List<FieldType> lookup,
            List<String> retired,
            Position position) {
        this.name = name;
        this.title = title;
        this.part = part;
        this.fields = List.copyOf(fields);
        this.keys = keys.stream().map(List::copyOf).toList();
        this.taxNumber = taxNumber;
        this.identifyingName = identifyingName;
        this.lookup = List.copyOf(lookup);
        this.retired = List.copyOf(retired);
        this.position = position;
        this.byName = new HashMap<>();
        fields.forEach(field -> byName.put(field.name(), field));
    }

    public String name() {
        return name;
    }

    public Text title() {
        return title;
    }

    public boolean part() {
        return part;
    }

    public List<FieldType> fields() {
        return fields;
    }

    public List<List<FieldType>> keys() {
        return keys;
    }

    public Optional<FieldType> taxNumber() {
        return taxNumber;
    }

    public Optional<FieldType> identifyingName() {
        return identifyingName;
    }

    public List<FieldType> lookup() {
        return lookup;
    }

    public List<String> retired() {
        return retired;
    }

    public Position position() {
        return position;
    }

    public Optional<FieldType> find(String field) {
        return Optional.ofNullable(byName.get(field));
    }

    /** @throws IllegalArgumentException when the entity has no such field */
    public FieldType field(String field) {
        return find(field).orElseThrow(() -> new IllegalArgumentException(name + " has no field " + field));
    }

    @Override
    public String toString() {
        return name;
    }
}
