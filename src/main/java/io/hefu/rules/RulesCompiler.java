package io.hefu.rules;

import io.hefu.definition.DefinitionFile;
import io.hefu.definition.DefinitionKind;
import io.hefu.definition.Definitions;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlMap;
import io.hefu.dictionary.Dictionary;
import io.hefu.expression.Expressions;
import io.hefu.expression.WorkCalendar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the {@link Rules} of the files under {@code config/rules}, and runs their examples. */
public final class RulesCompiler {
    /** A list of rules a file. */
    public static final DefinitionKind RULES = new DefinitionKind("rules", "config/rules");

    private RulesCompiler() {}

    /** Everything that could be compiled; what could not, and examples that fail, are in the violations. */
    public static Rules compile(
            Definitions definitions,
            Dictionary dictionary,
            Expressions expressions,
            WorkCalendar calendar,
            Templates templates,
            Violations violations) {
        RuleCompiler compiler = new RuleCompiler(dictionary, expressions, definitions, templates, violations);
        Map<String, Rule> rules = new LinkedHashMap<>();
        List<YamlMap> written = new ArrayList<>();
        for (DefinitionFile file : definitions.files(RULES)) {
            file.items().stream()
                    .filter(YamlMap.class::isInstance)
                    .map(YamlMap.class::cast)
                    .forEach(written::add);
        }
        written.forEach(map -> compiler.compile(map).ifPresent(rule -> {
            Rule former = rules.putIfAbsent(rule.id(), rule);
            if (former != null) {
                twice(rule, former, violations);
            }
        }));
        return new Rules(List.copyOf(rules.values()), calendar);
    }

    private static void twice(Rule rule, Rule former, Violations violations) {
        violations.add(
                rule.position(),
                Text.of("规则 id %s 已在 %s 使用", "the rule id %s is used already in %s", rule.id(), former.position()),
                Text.NONE,
                Text.of("换一个 id", "choose another id"));
    }
}
