package io.hefu.golden;

import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the hub holds of one UID. Immutable: {@link Survivorship} makes the next version of it.
 *
 * <p>The merged record is computed: per field the word of the system that stands first in the field's authority; without
 * an authority, the last to speak. A held value is left out and the former value stays.
 */
public interface GoldenRecord {
    Uid uid();

    EntityType entity();

    /** 1 for a new one; one more at every commit that changed it. */
    long version();

    /** What counts, with references identified. */
    Record merged();

    /** What each system last said and the hub accepted. */
    Map<String, Record> contributions();

    /** Where the merged value of a field came from; empty when it has none. */
    Optional<Provenance> provenance(FieldType field);

    List<Hold> holds();

    /** True when every system that had it has deleted it; what it was stays readable. */
    boolean deleted();

    /** Which deletion was the last; empty while the record is not deleted. */
    Optional<Provenance> deletion();
}
