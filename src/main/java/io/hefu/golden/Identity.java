package io.hefu.golden;

import io.hefu.dictionary.Reference;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What in a record says which thing it is, besides the key of its system. */
public final class Identity {
    private Identity() {}

    /**
     * The first business key of which every field has a value, written as one text; empty when there is none. Records of
     * one entity with equal texts are the same thing.
     */
    public static Optional<String> businessKey(Record record) {
        for (List<FieldType> key : record.type().keys()) {
            if (key.stream().allMatch(field -> record.find(field).isPresent())) {
                return Optional.of(written(record, key));
            }
        }
        return Optional.empty();
    }

    /** The text of a business key of one field, for references by such a key. */
    public static String businessKey(FieldType field, String value) {
        return field.name() + "=" + value.strip();
    }

    /** The unified social credit code, cleaned, when the record has a valid one; nothing else identifies by tax. */
    public static Optional<String> taxNumber(Record record) {
        return text(record, record.type().taxNumber()).flatMap(UnifiedCreditCode::parse);
    }

    /** The cleaned name; equal ones mark possible duplicates, they never identify. */
    public static Optional<String> matchName(Record record) {
        return text(record, record.type().identifyingName())
                .map(CompanyName::cleaned)
                .filter(name -> !name.isEmpty());
    }

    /** How the values of an entity's {@code lookup} fields are compared: width and case of letters do not matter. */
    public static String lookupText(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** A field's value as it is looked up; of a reference, the UID. */
    static String lookupText(Object value) {
        return lookupText(value instanceof Reference.Known known ? known.uid().toString() : value.toString());
    }

    private static Optional<String> text(Record record, Optional<FieldType> field) {
        return field.flatMap(record::find).map(Object::toString);
    }

    private static String written(Record record, List<FieldType> key) {
        StringBuilder text = new StringBuilder();
        for (FieldType field : key) {
            // U+001F cannot be part of a key that a person types, so joined keys cannot run into each other.
            text.append(text.isEmpty() ? "" : "\u001f").append(businessKey(field, valueOf(record, field)));
        }
        return text.toString();
    }

    private static String valueOf(Record record, FieldType field) {
        return record.value(field).toString();
    }
}
