package io.hefu.delivery;

import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Hold;
import io.hefu.golden.Survivorship;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import io.hefu.mapping.WriteSide;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which targets should learn of a change. A target learns of a field that changed, unless it is the very system that just
 * said so; and the system that just spoke learns of every field in which the hub holds otherwise.
 */
public final class Wishes {
    private final List<Mapping> writers;

    /** @param entity name of the entity whose changes are looked at */
    public Wishes(Mappings mappings, String entity) {
        this.writers = mappings.writersOf(entity);
    }

    public boolean none() {
        return writers.isEmpty();
    }

    /**
     * @param before as committed before; empty for a new record
     * @param system the system that spoke
     * @param said what it said; empty when it said nothing
     */
    public List<Wish> of(Optional<GoldenRecord> before, GoldenRecord after, String system, Optional<Record> said) {
        List<Wish> wishes = new ArrayList<>(writers.size());
        for (Mapping mapping : writers) {
            WriteSide side = mapping.write().orElseThrow();
            boolean spoke = mapping.system().equals(system) && said.isPresent();
            Set<String> fields = after.deleted()
                    ? deletion(before, after, side)
                    : spoke ? corrections(side, after, said.get()) : news(before, after, side);
            if (!after.deleted()) {
                fields.addAll(discarded(before, after, mapping.system(), side));
            }
            if (!fields.isEmpty() && (after.deleted() || side.lets(after.merged()))) {
                wishes.add(new Wish(
                        mapping.system(),
                        after.entity().name(),
                        after.uid(),
                        after.version(),
                        fields,
                        before.isEmpty() && !spoke));
            }
        }
        return wishes;
    }

    private static Set<String> deletion(Optional<GoldenRecord> before, GoldenRecord after, WriteSide side) {
        boolean gone = after.deleted() && before.isPresent() && !before.get().deleted();
        return gone && side.deletes() ? Set.of(Projection.DELETED) : Set.of();
    }

    /** A held word is not corrected: whether it will count is still open. */
    private static Set<String> corrections(WriteSide side, GoldenRecord after, Record said) {
        Set<String> fields = new HashSet<>();
        for (FieldType field : side.updateFields()) {
            if (said.has(field) && !Projection.same(said, after.merged(), field)) {
                fields.add(field.name());
            }
        }
        after.holds().forEach(hold -> fields.remove(hold.field().name()));
        return fields;
    }

    /** What a system had said and a person refused: now it is corrected. */
    private static Set<String> discarded(
            Optional<GoldenRecord> before, GoldenRecord after, String system, WriteSide side) {
        Set<String> fields = new HashSet<>();
        for (Hold hold : before.map(GoldenRecord::holds).orElse(List.of())) {
            FieldType field = hold.field();
            boolean gone = after.holds().stream().noneMatch(left -> left.field().equals(field));
            boolean differs = !hold.value().equals(after.merged().raw(field.index()));
            if (gone
                    && differs
                    && hold.provenance().system().equals(system)
                    && side.updateFields().contains(field)) {
                fields.add(field.name());
            }
        }
        return fields;
    }

    private static Set<String> news(Optional<GoldenRecord> before, GoldenRecord after, WriteSide side) {
        boolean newlyLet = before.isPresent() && !side.lets(before.get().merged());
        if (before.isEmpty() || newlyLet) {
            return names(side.creates() ? side.createFields() : side.updateFields(), after.merged());
        }
        Set<FieldType> changed = new HashSet<>(Survivorship.changed(before, after));
        changed.retainAll(side.updates() ? side.updateFields() : Set.of());
        return names(changed, after.merged());
    }

    private static Set<String> names(Set<FieldType> fields, Record merged) {
        Set<String> names = new HashSet<>();
        for (FieldType field : fields) {
            if (merged.has(field)) {
                names.add(field.name());
            }
        }
        return names;
    }
}
