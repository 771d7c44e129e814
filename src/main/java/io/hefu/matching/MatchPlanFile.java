package io.hefu.matching;

import io.hefu.definition.CheckedYaml;
import io.hefu.definition.DefinitionKind;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import io.hefu.matching.table.Field;
import io.hefu.matching.table.FieldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and writes a plan as YAML: {@code <name>.match.yaml}. */
public final class MatchPlanFile {
    /** Files of this kind may stand anywhere; their schema is shipped. */
    private static final DefinitionKind KIND = new DefinitionKind("match", "config");

    private MatchPlanFile() {}

    /** @param file how it is called in violations */
    public static Optional<MatchPlan> read(String file, byte[] bytes, Violations violations) {
        Violations ofThis = new Violations();
        Optional<YamlMap> root = CheckedYaml.read(file, bytes, KIND, ofThis);
        ofThis.all().forEach(violations::add);
        return root.filter(written -> ofThis.isEmpty()).map(MatchPlanFile::plan);
    }

    private static MatchPlan plan(YamlMap root) {
        List<Field> fields = new ArrayList<>();
        Map<String, YamlNode> written = root.map("fields").orElseThrow().entries();
        written.forEach((column, kind) ->
                FieldKind.named(((YamlScalar) kind).text()).ifPresent(known -> fields.add(new Field(column, known))));
        return new MatchPlan(root.text("id"), fields, !root.has("within") || root.isTrue("within"));
    }

    /** As a person would write it; read again, it is the same plan. */
    public static String write(MatchPlan plan) {
        StringBuilder yaml = new StringBuilder();
        plan.id().ifPresent(id -> yaml.append("id: ").append(quoted(id)).append('\n'));
        yaml.append("within: ").append(plan.within()).append("\nfields:\n");
        plan.fields()
                .forEach(field -> yaml.append("  ")
                        .append(quoted(field.name()))
                        .append(": ")
                        .append(field.kind().word())
                        .append('\n'));
        return yaml.toString();
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
