package io.hefu.golden;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How documents of one stored layout are read as records of today's entity: where each stored field goes. A field keeps
 * its place by its name, else by a former name of a field of today; a stored field that nobody claims vanishes.
 */
final class ReadingPlan {
    /**
     * @param target the field of today; empty: read over
     * @param converted whether the value was stored under another type
     * @param part of a list: how its elements are read
     */
    record Step(
            ValueKind kind,
            Optional<FieldType> target,
            boolean converted,
            String formerType,
            Optional<ReadingPlan> part) {}

    private final EntityType entity;
    private final List<Step> steps;

    private ReadingPlan(EntityType entity, List<Step> steps) {
        this.entity = entity;
        this.steps = steps;
    }

    static ReadingPlan of(Layout layout, EntityType entity, Dictionary dictionary) {
        return of(layout.fields(), entity, dictionary);
    }

    private static ReadingPlan of(List<Layout.Stored> stored, EntityType entity, Dictionary dictionary) {
        List<Step> steps = new ArrayList<>();
        for (Layout.Stored field : stored) {
            Optional<FieldType> target = target(field, stored, entity);
            Optional<ReadingPlan> part = field.kind() == ValueKind.LIST
                    ? Optional.of(of(field.part(), partOf(field, target, dictionary), dictionary))
                    : Optional.empty();
            steps.add(new Step(field.kind(), target, isConverted(field, target), field.type(), part));
        }
        return new ReadingPlan(entity, steps);
    }

    private static Optional<FieldType> target(Layout.Stored field, List<Layout.Stored> all, EntityType entity) {
        Optional<FieldType> same = entity.find(field.name());
        return same.isPresent()
                ? same
                : entity.fields().stream()
                        .filter(today -> today.was().contains(field.name()))
                        // a field that has its own stored values does not take those of a former name as well
                        .filter(today ->
                                all.stream().noneMatch(other -> other.name().equals(today.name())))
                        .findFirst();
    }

    /** The part of today; one that is gone is read with the empty part, since its elements are read over. */
    private static EntityType partOf(Layout.Stored field, Optional<FieldType> target, Dictionary dictionary) {
        return target.map(FieldType::type)
                .filter(DataType.ListOf.class::isInstance)
                .map(type -> dictionary.entity(((DataType.ListOf) type).part()))
                .orElseGet(() -> new EntityType(
                        field.name(),
                        Text.same(field.name()),
                        true,
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Position.of("")));
    }

    private static boolean isConverted(Layout.Stored field, Optional<FieldType> target) {
        return target.filter(today -> !today.type().written().equals(field.type()))
                .filter(today -> today.conversion().isPresent()
                        || ValueKind.of(today.type().written()) != field.kind())
                .isPresent();
    }

    EntityType entity() {
        return entity;
    }

    List<Step> steps() {
        return steps;
    }
}
