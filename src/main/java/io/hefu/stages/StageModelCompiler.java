package io.hefu.stages;

import io.hefu.definition.DefinitionFile;
import io.hefu.definition.DefinitionKind;
import io.hefu.definition.Definitions;
import io.hefu.definition.Position;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlMap;
import io.hefu.dictionary.CodeList;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.rules.Mode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the {@link StageModels} of the files under {@code config/rules}. */
public final class StageModelCompiler {
    /** A stage model a file. */
    public static final DefinitionKind STAGES = new DefinitionKind("stages", "config/rules");

    private final Dictionary dictionary;
    private final Violations violations;

    private StageModelCompiler(Dictionary dictionary, Violations violations) {
        this.dictionary = dictionary;
        this.violations = violations;
    }

    /** Everything that could be compiled; what could not is in the violations. */
    public static StageModels compile(Definitions definitions, Dictionary dictionary, Violations violations) {
        StageModelCompiler compiler = new StageModelCompiler(dictionary, violations);
        List<StageModel> models = new ArrayList<>();
        Set<String> entities = new HashSet<>();
        for (DefinitionFile file : definitions.files(STAGES)) {
            compiler.compile(file).ifPresent(model -> {
                if (entities.add(model.entity().name())) {
                    models.add(model);
                } else {
                    compiler.second(model);
                }
            });
        }
        return new StageModels(models);
    }

    private Optional<StageModel> compile(DefinitionFile file) {
        YamlMap root = file.root();
        Optional<EntityType> entity = dictionary.find(root.text("of").orElse(""));
        if (entity.isEmpty()) {
            List<String> known =
                    dictionary.entities().stream().map(EntityType::name).toList();
            unknown(root.text("of").orElse(""), known, root.at("of"));
        }
        return entity.flatMap(of -> field(root, "field", of)
                .flatMap(field -> codes(field, root.at("field")).map(codes -> model(file, of, field, codes))));
    }

    private StageModel model(DefinitionFile file, EntityType of, FieldType field, CodeList codes) {
        YamlMap root = file.root();
        List<StageModel.Stage> stages = new ArrayList<>();
        root.list("stages")
                .ifPresent(list -> list.forEach(item -> {
                    if (item instanceof YamlMap map) {
                        stages.add(stage(map, codes));
                    }
                }));
        complete(stages, codes, root.at("stages"));
        root.texts("fromAny").forEach(code -> isStage(code, codes, root.at("fromAny")));
        return new StageModel(
                file.id(),
                root.words("title"),
                of,
                field,
                root.has("clock")
                        ? field(root, "clock", of).filter(date -> isDate(date, root.at("clock")))
                        : Optional.empty(),
                Mode.valueOf(root.text("mode").orElse("enforce").toUpperCase(Locale.ROOT)),
                root.text("owner").orElse(""),
                stages,
                root.texts("fromAny"),
                others(root, codes),
                file.position());
    }

    private StageModel.Stage stage(YamlMap written, CodeList codes) {
        String code = written.text("code").orElse("");
        isStage(code, codes, written.at("code"));
        List<String> allowed = written.texts("allowed");
        allowed.forEach(next -> isStage(next, codes, written.at("allowed")));
        Text title =
                written.has("title") ? written.words("title") : codes.codes().getOrDefault(code, Text.same(code));
        return new StageModel.Stage(code, title, written.has("allowed") ? Optional.of(allowed) : Optional.empty());
    }

    /** A code without a place in the order would make every move to it illegal without a word. */
    private void complete(List<StageModel.Stage> stages, CodeList codes, Position position) {
        List<String> missing = new ArrayList<>(codes.codes().keySet());
        stages.forEach(stage -> missing.remove(stage.code()));
        missing.forEach(code -> violations.add(
                position,
                Text.of(
                        "代码 %s（%s）在阶段模型里没有位置",
                        "the code %s (%s) has no place in the stage model",
                        code,
                        codes.codes().get(code)),
                Text.of("代码表 %s 的每个代码", "every code of the list %s", codes.id()),
                Text.of("按顺序把它写进 stages", "write it into stages, in its order")));
    }

    private List<StageModel.OtherModel> others(YamlMap root, CodeList codes) {
        List<StageModel.OtherModel> others = new ArrayList<>();
        root.list("others")
                .ifPresent(list -> list.forEach(item -> {
                    if (item instanceof YamlMap map) {
                        others.add(new StageModel.OtherModel(
                                map.text("id").orElse(""), map.words("title"), names(map, codes)));
                    }
                }));
        return others;
    }

    private Map<String, String> names(YamlMap written, CodeList codes) {
        Map<String, String> names = new LinkedHashMap<>();
        written.map("names")
                .ifPresent(map -> map.entries().keySet().forEach(code -> {
                    isStage(code, codes, map.at(code));
                    names.put(code, map.text(code).orElse(""));
                }));
        return names;
    }

    private Optional<CodeList> codes(FieldType field, Position position) {
        Optional<CodeList> codes =
                field.type() instanceof DataType.Code code ? dictionary.findCodes(code.list()) : Optional.empty();
        // a code list that is not there is told where the dictionary names it
        if (!(field.type() instanceof DataType.Code)) {
            violations.add(
                    position,
                    Text.of(
                            "字段 %s 是 %s，不是代码",
                            "the field %s is %s and no code",
                            field.name(),
                            field.type().written()),
                    Text.same("code(…)"),
                    Text.of("选一个代码字段", "choose a field of codes"));
        }
        return codes;
    }

    private Optional<FieldType> field(YamlMap root, String key, EntityType of) {
        Optional<FieldType> field = of.find(root.text(key).orElse(""));
        if (field.isEmpty()) {
            List<String> known = of.fields().stream().map(FieldType::name).toList();
            unknown(root.text(key).orElse(""), known, root.at(key));
        }
        return field;
    }

    private boolean isDate(FieldType field, Position position) {
        boolean date = field.type() == DataType.Scalar.DATE;
        if (!date) {
            violations.add(
                    position,
                    Text.of(
                            "时钟字段 %s 是 %s",
                            "the clock's field %s is of the type %s",
                            field.name(),
                            field.type().written()),
                    Text.same("date"),
                    Text.of("选一个日期字段", "choose a date field"));
        }
        return date;
    }

    private void isStage(String code, CodeList codes, Position position) {
        if (!codes.has(code)) {
            unknown(code, codes.codes().keySet(), position);
        }
    }

    private void second(StageModel model) {
        violations.add(
                model.position(),
                Text.of(
                        "%s已有一个阶段模型",
                        "%s has a stage model already", model.entity().title()),
                Text.of("每个实体一个", "one an entity"),
                Text.of("把其他叫法写进 others", "write other names of the stages under others"));
    }

    private void unknown(String name, Collection<String> known, Position position) {
        violations.add(
                position,
                Text.of("不认识“%s”", "“%s” is not known", name),
                Spelling.listed(known),
                Spelling.didYouMean(name, known, Text.of("改为允许的一个", "choose one that is allowed")));
    }
}
