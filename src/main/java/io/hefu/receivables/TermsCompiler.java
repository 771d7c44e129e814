package io.hefu.receivables;

import io.hefu.definition.DefinitionFile;
import io.hefu.definition.DefinitionKind;
import io.hefu.definition.Definitions;
import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlList;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.dictionary.CodeList;
import io.hefu.dictionary.Dictionary;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code *.terms.yaml}: what each code of payment terms means as a plan. */
public final class TermsCompiler {
    public static final DefinitionKind KIND = new DefinitionKind("terms", "config/rules");

    private final Dictionary dictionary;
    private final Violations violations;

    private TermsCompiler(Dictionary dictionary, Violations violations) {
        this.dictionary = dictionary;
        this.violations = violations;
    }

    public static Terms compile(Definitions definitions, Dictionary dictionary, Violations violations) {
        TermsCompiler compiler = new TermsCompiler(dictionary, violations);
        Map<String, List<Terms.Step>> steps = new HashMap<>();
        for (DefinitionFile file : definitions.files(KIND)) {
            compiler.compile(file.root(), steps);
        }
        return new Terms(steps);
    }

    private void compile(YamlMap root, Map<String, List<Terms.Step>> into) {
        Optional<CodeList> codes = root.text("list").flatMap(dictionary::findCodes);
        if (codes.isEmpty()) {
            violations.add(
                    root.at("list"),
                    Text.of("没有这个代码表", "there is no such code list"),
                    Text.NONE,
                    Text.of("写 mappings/dictionary/codes 里的代码表", "name a list of mappings/dictionary/codes"));
            return;
        }
        root.map("terms")
                .ifPresent(terms -> terms.entries().forEach((code, plan) -> {
                    if (!codes.get().has(code)) {
                        unknown(plan.position(), code, codes.get());
                    } else if (plan instanceof YamlList list) {
                        into.put(code, steps(list));
                    }
                }));
    }

    private List<Terms.Step> steps(YamlList list) {
        List<Terms.Step> steps = new ArrayList<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (YamlNode node : list) {
            YamlMap step = (YamlMap) node;
            BigDecimal share = new BigDecimal(step.text("share").orElse("1"));
            String event = step.text("event").orElse("");
            checkEvent(step, event);
            steps.add(new Terms.Step(event, Integer.parseInt(step.text("days").orElse("0")), share));
            sum = sum.add(share);
        }
        if (sum.compareTo(BigDecimal.ONE) != 0) {
            violations.add(
                    list.position(),
                    Text.of("各期比例之和是 %s", "the shares sum to %s", sum.toPlainString()),
                    Text.of("1", "1"),
                    Text.of("让各期的 share 加起来等于 1", "make the shares of the steps sum to 1"));
        }
        return steps;
    }

    private void checkEvent(YamlMap step, String event) {
        Optional<CodeList> events = dictionary.findCodes("term-event");
        if (events.isPresent() && !events.get().has(event)) {
            unknown(step.at("event"), event, events.get());
        }
    }

    private void unknown(Position position, String code, CodeList list) {
        violations.add(
                position,
                Text.of("代码“%s”不在 %s 里", "code \"%s\" is not in %s", code, list.id()),
                Text.same(String.join(", ", list.codes().keySet())),
                Text.of("改用已有代码，或先在代码表里添加", "use one of these, or add it to the code list first"));
    }
}
