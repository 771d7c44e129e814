package io.hefu.routing;

import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Steps and expressions: only those of the {@link Vocabulary}. */
final class StepCheck implements RouteWalk.Visitor {
    private static final Pattern SIMPLE = Pattern.compile("\\$(?:simple)?\\{([^{}]*)}?");
    private static final Pattern ALLOWED = Pattern.compile(
            "headers?[.:][\\w-]+|headers?\\['?[\\w-]+'?]|exchangeProperty[.:][\\w-]+"
                    + "|exception\\.(message|localizedMessage)|exception\\.retryable\\(\\)|routeId|fromRouteId|exchangeId|date:[\\w:+ .-]+");
    private static final Set<String> CALLING =
            Set.of("script", "process", "toD", "wireTap", "kamelet", "enrich", "pollEnrich");

    private final Violations violations;

    StepCheck(Violations violations) {
        this.violations = violations;
    }

    @Override
    public void step(String name, YamlNode content) {
        if (!Vocabulary.STEPS.contains(name)) {
            Text otherwise = CALLING.contains(name)
                    ? Text.of("写成 bean: {ref: …} 或 to: …", "write it as bean: {ref: …} or to: …")
                    : Text.of("用列出的步骤之一", "use one of the listed steps");
            violations.add(
                    content.position(),
                    Text.of("步骤 %s 不能用", "the step %s cannot be used", name),
                    Spelling.listed(Vocabulary.STEPS),
                    Spelling.didYouMean(name, Vocabulary.STEPS, otherwise));
        }
    }

    @Override
    public void key(String name, YamlNode value) {
        if (Vocabulary.REFUSED_LANGUAGES.contains(name)) {
            violations.add(
                    value.position(),
                    Text.of("表达式语言 %s 不能用", "the expression language %s cannot be used", name),
                    Spelling.listed(Vocabulary.LANGUAGES),
                    Text.of("把判断写成规则，或由 bean 来做", "write the decision as a rule, or let a bean make it"));
        }
    }

    @Override
    public void value(YamlScalar value) {
        Matcher matcher = SIMPLE.matcher(value.text());
        while (matcher.find()) {
            if (!ALLOWED.matcher(matcher.group(1).trim()).matches()) {
                violations.add(
                        value.position(),
                        Text.of("表达式 ${%s} 不能用", "the expression ${%s} cannot be used", matcher.group(1)),
                        Text.same(
                                "${header.X} ${exchangeProperty.X} ${exception.message} ${routeId} ${date:now:HH:mm}"),
                        Text.of(
                                "记录的内容不进日志和表达式；要看内容由 bean 来做",
                                "the content of records goes into no log and no expression; let a bean look at it"));
            }
        }
    }
}
