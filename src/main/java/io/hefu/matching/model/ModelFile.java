package io.hefu.matching.model;

import io.hefu.definition.CheckedYaml;
import io.hefu.definition.DefinitionKind;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlMap;
import io.hefu.matching.compare.Scale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A model as a file that a person can read: per trait, how often each level occurs with same and with different things. */
public final class ModelFile {
    /** Raised when a model of before can no longer be read. */
    private static final int VERSION = 1;

    private static final DefinitionKind KIND = new DefinitionKind("model", "config");

    private ModelFile() {}

    public static String write(MatchModel model) {
        StringBuilder yaml = new StringBuilder("model: ").append(VERSION).append('\n');
        yaml.append("prior: ").append(number(model.prior())).append('\n');
        yaml.append("related: ").append(number(model.relatedPrior())).append('\n');
        yaml.append("moved: ").append(number(model.moved())).append('\n');
        yaml.append("traits:\n");
        model.traits().forEach(trait -> write(trait, yaml));
        return yaml.toString();
    }

    private static void write(TraitModel trait, StringBuilder yaml) {
        yaml.append("  - trait: ").append(quoted(trait.trait())).append('\n');
        yaml.append("    scale: ")
                .append(trait.scale().name().toLowerCase(Locale.ROOT))
                .append('\n');
        yaml.append("    same: ").append(numbers(trait.same(), trait.scale())).append('\n');
        yaml.append("    chance: ")
                .append(numbers(trait.chance(), trait.scale()))
                .append('\n');
        yaml.append("    rest: ").append(number(trait.rest())).append('\n');
        if (!trait.common().isEmpty()) {
            yaml.append("    common:\n");
            trait.common()
                    .forEach((value, chance) -> yaml.append("      ")
                            .append(quoted(value))
                            .append(": ")
                            .append(number(chance))
                            .append('\n'));
        }
    }

    /** @param file how it is called in violations */
    public static Optional<MatchModel> read(String file, byte[] bytes, Violations violations) {
        Violations ofThis = new Violations();
        Optional<YamlMap> root = CheckedYaml.read(file, bytes, KIND, ofThis);
        ofThis.all().forEach(violations::add);
        return root.filter(written -> ofThis.isEmpty()).map(ModelFile::model);
    }

    private static MatchModel model(YamlMap root) {
        List<TraitModel> traits = new ArrayList<>();
        root.list("traits").orElseThrow().items().forEach(item -> traits.add(trait((YamlMap) item)));
        return new MatchModel(traits, number(root, "prior"), number(root, "related"), number(root, "moved"));
    }

    private static TraitModel trait(YamlMap written) {
        Scale scale = Scale.valueOf(written.text("scale").orElseThrow().toUpperCase(Locale.ROOT));
        Map<String, Double> common = new LinkedHashMap<>();
        written.map("common")
                .ifPresent(map -> map.entries().keySet().forEach(value -> common.put(value, number(map, value))));
        return new TraitModel(
                written.text("trait").orElseThrow(),
                scale,
                numbers(written, "same"),
                numbers(written, "chance"),
                common,
                number(written, "rest"));
    }

    private static double number(YamlMap map, String key) {
        return Double.parseDouble(map.text(key).orElseThrow());
    }

    /** From level 1 on. */
    private static double[] numbers(YamlMap map, String key) {
        double[] numbers = new double[Scale.MOST_LEVELS];
        List<String> texts = map.texts(key);
        for (int level = 1; level <= texts.size() && level < numbers.length; level++) {
            numbers[level] = Double.parseDouble(texts.get(level - 1));
        }
        return numbers;
    }

    private static String numbers(double[] numbers, Scale scale) {
        List<String> texts = new ArrayList<>();
        for (int level = 1; level < scale.levels(); level++) {
            texts.add(number(numbers[level]));
        }
        return "[" + String.join(", ", texts) + "]";
    }

    /** Never with an exponent, which YAML's readers do not all take for a number. */
    private static String number(double value) {
        return new java.math.BigDecimal(value)
                .round(MatchModel.DIGITS)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String quoted(String text) {
        String visible = text.codePoints()
                .filter(point -> !Character.isISOControl(point))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return '"' + visible.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
