package io.hefu.stages;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.rules.Mode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The stages that a field goes through.
 *
 * @param field a code field of the entity
 * @param clock the date that says since when a record stands in its stage: named, because systems count from different
 *     moments (entry of the stage, last update, last mail) and a stage's age means nothing without it
 * @param fromAny stages that may follow any other
 * @param others how other stage models call these stages
 */
public record StageModel(
        String id,
        Text title,
        EntityType entity,
        FieldType field,
        Optional<FieldType> clock,
        Mode mode,
        String owner,
        List<Stage> stages,
        List<String> fromAny,
        List<OtherModel> others,
        Position position) {
    public StageModel {
        stages = List.copyOf(stages);
        fromAny = List.copyOf(fromAny);
        others = List.copyOf(others);
    }

    /**
     * A stage.
     *
     * @param allowed the stages that may follow; empty: one step forward or any step back
     */
    public record Stage(String code, Text title, Optional<List<String>> allowed) {}

    /**
     * Another way to say the same stages.
     *
     * @param names our code to the name there; a stage that has none there is left out
     */
    public record OtherModel(String id, Text title, Map<String, String> names) {
        public OtherModel {
            names = Map.copyOf(names);
        }
    }

    /** The stages that may follow one, in the order of the model; empty for a code that is no stage of it. */
    public List<String> next(String from) {
        List<String> order = stages.stream().map(Stage::code).toList();
        int place = order.indexOf(from);
        if (place < 0) {
            return List.of();
        }
        Set<String> next = new LinkedHashSet<>(stages.get(place)
                .allowed()
                .orElseGet(() -> order.subList(0, Math.min(place + 2, order.size()))));
        next.addAll(fromAny);
        next.remove(from);
        return order.stream().filter(next::contains).toList();
    }

    /** A code's title, or the code itself when it is no stage. */
    Text titleOf(String code) {
        return stages.stream()
                .filter(stage -> stage.code().equals(code))
                .map(Stage::title)
                .findFirst()
                .orElse(Text.same(code));
    }
}
