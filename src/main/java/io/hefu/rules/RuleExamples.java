package io.hefu.rules;

import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.expression.Bindings;
import io.hefu.expression.ExpressionFault;

/** Runs the examples of a rule: one that gives something else than it expects is a violation. */
final class RuleExamples {
    private static final String NOTHING = "nothing";

    private RuleExamples() {}

    static void run(Rule rule, Violations violations) {
        rule.examples().forEach(example -> run(rule, example, violations));
    }

    private static void run(Rule rule, Example example, Violations violations) {
        Considered considered = Considered.changed(example.before(), example.given());
        Bindings bindings = Bindings.ofRecord(example.given(), example.before(), considered.changed(), example.today());
        try {
            String gives = rule.when().isTrue(bindings) ? rule.then().written() : NOTHING;
            if (!gives.equals(example.expect())) {
                differs(rule, example, gives, violations);
            }
        } catch (ExpressionFault fault) {
            violations.add(
                    example.position(),
                    Text.of(
                            "规则 %s 在此示例上无法判断：%s",
                            "the rule %s cannot be judged on this example: %s", rule.id(), fault.reason()),
                    Text.NONE,
                    Text.of(
                            "在 given 中补上缺少的字段，或在 when 中先用 has(…) 判断",
                            "add the missing field to given, or ask with has(…) in when"));
        }
    }

    private static void differs(Rule rule, Example example, String gives, Violations violations) {
        violations.add(
                example.position(),
                Text.of(
                        "规则 %s 的示例期望 %s，实际得到 %s：%s",
                        "the example of the rule %s expects %s and gets %s: %s",
                        rule.id(),
                        example.expect(),
                        gives,
                        example.given()),
                Text.of("%s 或 %s", "%s or %s", rule.then().written(), NOTHING),
                Text.of("改正 when，或改正示例", "correct when, or correct the example"));
    }
}
