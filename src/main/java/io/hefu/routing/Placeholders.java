package io.hefu.routing;

import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlScalar;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.component.properties.PropertiesComponent;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.PropertiesSource;

/** What <code>{{name}}</code> stands for, by Camel's own rules: also <code>{{env:NAME}}</code>, <code>{{name:default}}</code>
 * and <code>{{?optional}}</code>. */
final class Placeholders implements RouteWalk.Visitor, AutoCloseable {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]+)}}");

    private final DefaultCamelContext resolver = new DefaultCamelContext(false);
    private final Violations violations;

    Placeholders(Function<String, Optional<String>> properties, Violations violations) {
        this.violations = violations;
        resolver.disableJMX();
        fillFrom(properties, resolver);
        resolver.build();
    }

    /**
     * Only what the installation says counts, as it does in system files. Camel alone would let a variable MAIL_USER of the
     * environment stand for <code>{{mail.user}}</code>, whatever it was meant for; <code>{{env:NAME}}</code> asks for it by name.
     */
    static void fillFrom(Function<String, Optional<String>> properties, CamelContext context) {
        PropertiesComponent component = (PropertiesComponent) context.getPropertiesComponent();
        component.setEnvironmentVariableMode(PropertiesComponent.ENVIRONMENT_VARIABLES_MODE_NEVER);
        component.setSystemPropertiesMode(PropertiesComponent.SYSTEM_PROPERTIES_MODE_NEVER);
        component.addPropertiesSource(source(properties));
    }

    private static PropertiesSource source(Function<String, Optional<String>> properties) {
        return new PropertiesSource() {
            @Override
            public String getName() {
                return "hefu";
            }

            @Override
            public String getProperty(String name) {
                return properties.apply(name).orElse(null);
            }
        };
    }

    @Override
    public void value(YamlScalar value) {
        Matcher matcher = PLACEHOLDER.matcher(value.text());
        while (matcher.find()) {
            if (resolved(matcher.group()).isEmpty()) {
                violations.add(value.position(), what(matcher.group(1)), Text.NONE, attempt(matcher.group(1)));
            }
        }
    }

    /** The text with every placeholder filled; empty when one has no value. */
    Optional<String> resolved(String text) {
        try {
            // Camel answers null for an optional {{?name}} that has no value.
            return Optional.of(Objects.requireNonNullElse(resolver.resolvePropertyPlaceholders(text), ""));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static Text what(String name) {
        return Text.of("占位符 {{%s}} 没有值", "the placeholder {{%s}} has no value", name);
    }

    private static Text attempt(String name) {
        if (name.startsWith("env:")) {
            return Text.of("启动前设置环境变量 %s", "set the environment variable %s before the start", name.substring(4));
        }
        return Text.of(
                "在 config/application.yaml 中设置 %s，或写成 {{%s:缺省值}}",
                "set %s in config/application.yaml, or write {{%s:default}}", name, name);
    }

    @Override
    public void close() {
        try {
            resolver.close();
        } catch (IOException fault) {
            throw new IllegalStateException("a context that never started cannot fail to stop", fault);
        }
    }
}
