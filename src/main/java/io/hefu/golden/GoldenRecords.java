package io.hefu.golden;

import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Uid;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The golden records, as read: from the hub's database, or from an overlay of a plan. */
public interface GoldenRecords {
    Map<Uid, GoldenRecord> find(Collection<Uid> uids);

    /** Business keys (as {@link Identity#businessKey} writes them) to the UID that has them; unknown ones are left out. */
    Map<String, Uid> byBusinessKey(EntityType entity, Collection<String> keys);

    /** Valid tax numbers to the UID that has them. */
    Map<String, Uid> byTaxNumber(EntityType entity, Collection<String> numbers);

    /** Cleaned names to the UIDs that bear them and are not deleted. */
    Map<String, List<Uid>> byName(EntityType entity, Collection<String> names);

    /**
     * Values of one of the entity's {@link EntityType#lookup()} fields, as {@link Identity#lookupText} writes them, to the
     * UIDs that have them.
     */
    Map<String, List<Uid>> byLookup(EntityType entity, FieldType field, Collection<String> values);

    /** Every golden record of an entity, streamed in the order of UIDs. */
    void forEach(EntityType entity, Consumer<GoldenRecord> consumer);
}
