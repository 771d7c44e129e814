package io.hefu.routing;

import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where routes start and send to: components of the {@link Vocabulary}, known beans, no secrets, and served direct: endpoints. */
final class EndpointCheck implements RouteWalk.Visitor {
    private static final Pattern SCHEME = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*):.*", Pattern.DOTALL);
    private static final Pattern REFERENCE = Pattern.compile("#(bean:)?([A-Za-z][\\w.-]*)");
    private static final Pattern SECRET_IN_URI =
            Pattern.compile("(?i)[?&]\\w*(password|secret|token)=(?!\\{\\{|RAW\\(\\{\\{)");
    private static final Pattern SECRET_KEY = Pattern.compile("(?i)\\w*(password|secret|token)");
    private static final Pattern MADE_FROM_TEXT =
            Pattern.compile("#(class|type|valueAs|property|autowired)\\b.*", Pattern.DOTALL);

    private static final Pattern DURATION = Pattern.compile("\\d{1,12}|(\\d{1,9}(ms|s|m|h|d))+");
    private static final Set<String> DURATIONS = Set.of(
            "delay",
            "initialDelay",
            "period",
            "connectTimeout",
            "connectionRequestTimeout",
            "connectionTimeout",
            "responseTimeout",
            "soTimeout",
            "timeout");

    private final Placeholders placeholders;
    private final RouteBeans beans;
    private final Set<String> served;
    private final Violations violations;

    EndpointCheck(Placeholders placeholders, RouteBeans beans, Set<String> served, Violations violations) {
        this.placeholders = placeholders;
        this.beans = beans;
        this.served = served;
        this.violations = violations;
    }

    @Override
    public void step(String name, YamlNode content) {
        if (name.equals("to")) {
            endpoint(content);
        }
    }

    @Override
    public void key(String name, YamlNode value) {
        if (name.equals("from")) {
            endpoint(value);
        } else if (name.equals("parameters") && value instanceof YamlMap parameters) {
            parameters.entries().forEach(this::parameter);
        }
    }

    private void endpoint(YamlNode node) {
        RouteItem.uri(node)
                .ifPresent(written -> placeholders.resolved(written.text()).ifPresent(uri -> check(written, uri)));
    }

    private void check(YamlScalar written, String uri) {
        Matcher matcher = SCHEME.matcher(uri);
        String scheme = matcher.matches() ? matcher.group(1) : uri;
        if (!Vocabulary.COMPONENTS.contains(scheme)) {
            violations.add(
                    written.position(),
                    Text.of("组件 %s 不能用", "the component %s cannot be used", scheme),
                    Spelling.listed(Vocabulary.COMPONENTS),
                    instead(scheme));
        } else if (scheme.equals("direct") && !served.contains(uri)) {
            violations.add(
                    written.position(),
                    Text.of("没有路由从 %s 开始", "no route starts from %s", uri),
                    Spelling.listed(served),
                    Spelling.didYouMean(
                            uri, served, Text.of("加上这条路由，或改成列出的之一", "add that route, or name one of those listed")));
        }
        if (SECRET_IN_URI.matcher(written.text()).find()) {
            refuseSecret(written);
        }
        if (uri.contains("=#class:") || uri.contains("=#type:") || uri.contains("=#valueAs")) {
            refuseMade(written);
        }
    }

    private static Text instead(String scheme) {
        return switch (scheme) {
            case "bean", "class" ->
                Text.of("写成步骤 bean: {ref: …, method: …}", "write it as the step bean: {ref: …, method: …}");
            case "log" -> Text.of("写成步骤 log: …", "write it as the step log: …");
            default ->
                Spelling.didYouMean(scheme, Vocabulary.COMPONENTS, Text.of("改用列出的组件", "use one of those listed"));
        };
    }

    private void parameter(String name, YamlNode value) {
        if (!(value instanceof YamlScalar scalar)) {
            return;
        }
        if (SECRET_KEY.matcher(name).matches() && !scalar.text().contains("{{")) {
            refuseSecret(scalar);
        }
        if (DURATIONS.contains(name)) {
            duration(scalar);
        } else if (name.equals("scheduler.cron")) {
            cron(scalar);
        }
        Matcher reference = REFERENCE.matcher(scalar.text());
        if (MADE_FROM_TEXT.matcher(scalar.text()).matches()) {
            refuseMade(scalar);
        } else if (reference.matches() && beans.type(reference.group(2)).isEmpty()) {
            violations.add(
                    scalar.position(),
                    Text.of("没有名为 %s 的 bean", "there is no bean called %s", reference.group(2)),
                    Spelling.listed(beans.names()),
                    Spelling.didYouMean(reference.group(2), beans.names(), Text.NONE));
        }
    }

    /** Camel takes a word that is no duration for 0, and a trigger would never rest. */
    private void duration(YamlScalar written) {
        Optional<String> value = placeholders.resolved(written.text());
        if (value.isPresent() && !DURATION.matcher(value.get()).matches()) {
            violations.add(
                    written.position(),
                    Text.of("“%s”不是时长", "“%s” is no duration", value.get()),
                    Text.of("毫秒数，或 500ms、30s、5m、2h", "milliseconds, or 500ms, 30s, 5m, 2h"),
                    Text.of("写一个数，例如 30000", "write a number such as 30000"));
        }
    }

    private void cron(YamlScalar written) {
        Optional<String> value = placeholders.resolved(written.text());
        if (value.isPresent() && !CronText.isWellFormed(value.get())) {
            violations.add(
                    written.position(),
                    Text.of("“%s”不是定时表达式", "“%s” is no cron expression", value.get()),
                    Text.of("六项：秒 分 时 日 月 星期", "six parts: second minute hour day month weekday"),
                    Text.of("例如每天两点半：0 30 2 * * *", "such as 0 30 2 * * * for half past two every day"));
        }
    }

    private void refuseSecret(YamlScalar written) {
        violations.add(
                written.position(),
                Text.of("密码不能直接写在文件里", "a secret may not stand in the file itself"),
                Text.of("{{env:变量名}} 或 {{属性名}}", "{{env:NAME}} or {{property}}"),
                Text.of("把它放进环境变量", "put it into an environment variable"));
    }

    private void refuseMade(YamlScalar written) {
        violations.add(
                written.position(),
                Text.of("不能从文本造出 Java 对象", "no Java object may be made from a text"),
                Text.of("#名字，指一个已有的 bean", "#name of a bean that is there"),
                Text.of("去掉 #class: 或 #type:", "remove #class: or #type:"));
    }
}
