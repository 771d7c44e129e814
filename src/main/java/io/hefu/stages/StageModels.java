package io.hefu.stages;

import io.hefu.definition.Text;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Every stage model of the deployment. A part of the snapshot. */
public final class StageModels {
    private final List<StageModel> models;

    public StageModels(List<StageModel> models) {
        this.models = List.copyOf(models);
    }

    public List<StageModel> all() {
        return models;
    }

    public Optional<StageModel> of(EntityType entity) {
        return models.stream()
                .filter(model -> model.entity().name().equals(entity.name()))
                .findFirst();
    }

    /** Whether a change moved the record to another stage, so that what was said of its last move is over. */
    public boolean moved(EntityType entity, Set<FieldType> changed) {
        return of(entity).filter(model -> changed.contains(model.field())).isPresent();
    }

    /**
     * Whether a record moved to a stage that may not follow. A record that is seen for the first time may stand in any
     * stage, since it has a history that the hub never saw (a migration begins like that). So may one that had no stage.
     *
     * @param before the merged record as it was; empty for a new one
     */
    public Optional<IllegalJump> check(EntityType entity, Optional<Record> before, Record after) {
        return of(entity).flatMap(model -> {
            Optional<String> from = before.flatMap(record -> stage(model, record));
            Optional<String> to = stage(model, after);
            return from.isPresent() && to.isPresent() ? check(model, from.get(), to.get()) : Optional.empty();
        });
    }

    private static Optional<IllegalJump> check(StageModel model, String from, String to) {
        List<String> allowed = model.next(from);
        return from.equals(to) || allowed.contains(to)
                ? Optional.empty()
                : Optional.of(new IllegalJump(model, from, to, allowed, sentence(model, from, to, allowed)));
    }

    private static Text sentence(StageModel model, String from, String to, List<String> allowed) {
        List<Text> titles = allowed.stream().map(model::titleOf).toList();
        return Text.of(
                "%s不能从“%s”直接变为“%s”；允许的下一阶段：%s",
                "%s cannot move from “%s” to “%s”; allowed next: %s",
                model.title(),
                model.titleOf(from),
                model.titleOf(to),
                Text.of(
                        titles.stream().map(Text::zh).collect(Collectors.joining("、")),
                        titles.stream().map(Text::en).collect(Collectors.joining(", "))));
    }

    private static Optional<String> stage(StageModel model, Record record) {
        return record.find(model.field()).map(String.class::cast);
    }
}
