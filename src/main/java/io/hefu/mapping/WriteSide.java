package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** How an entity is told to a system: the allow-list, and canonical values in the system's words. */
public interface WriteSide {
    /** The resource that is written. */
    String resource();

    /** The column that holds the key there. */
    String key();

    /** Whether records that the system does not have yet are created there. */
    boolean creates();

    boolean updates();

    boolean deletes();

    /** The column and the canonical field by which a lost create is found again. */
    Optional<FindBy> find();

    /** Fields that a create carries. */
    Set<FieldType> createFields();

    /** Fields that an update carries. */
    Set<FieldType> updateFields();

    /** Resources that the elements of a record's lists are written to, each named by its column. */
    List<ReadSide.Child> children();

    /** Whether the filter {@code when:} lets this record through. */
    boolean lets(Record record);

    /**
     * The cells of a record in the system's words, child lists as lists of maps under their column.
     *
     * @param fields which of the record's fields; absent ones are left out
     * @param keys the key that a referred thing has in this system; empty when it has none yet
     * @throws MissingReference when a needed reference has no key there yet
     * @throws NotSayable when the system has no word for a value
     */
    Map<String, Object> toCells(Record record, Set<FieldType> fields, Function<Reference.Known, Optional<String>> keys);

    /** A column of the target that identifies, and the field that fills it. */
    record FindBy(String column, FieldType field) {}

    /** A referred thing has no key in the target yet: the record waits for it. */
    final class MissingReference extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Reference.Known reference;
        private final String entity;

        public MissingReference(String entity, Reference.Known reference) {
            super(entity + " " + reference.uid() + " has no key in the target yet");
            this.entity = entity;
            this.reference = reference;
        }

        public Reference.Known reference() {
            return reference;
        }

        public String entity() {
            return entity;
        }
    }

    /** A value that this system cannot be told, such as an amount in a currency that it does not know. Not retryable. */
    final class NotSayable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Text what;
        private final transient Text attempt;

        public NotSayable(Text what, Text attempt) {
            // no stack trace: it tells of a record, not of code
            super(what.en() + "; try: " + attempt.en(), null, false, false);
            this.what = what;
            this.attempt = attempt;
        }

        public Text what() {
            return what;
        }

        public Text attempt() {
            return attempt;
        }
    }
}
