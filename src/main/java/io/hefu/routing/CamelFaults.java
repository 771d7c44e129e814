package io.hefu.routing;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.definition.Violation;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** What Camel says against a route, at the line that it means. */
final class CamelFaults {
    private static final Pattern UNSUPPORTED = Pattern.compile("Unsupported field: (\\S+)");
    private static final Pattern UNKNOWN_PARAMETER = Pattern.compile("Unknown parameters=\\[\\{([^=}]+)=");
    private static final Pattern NAMED = Pattern.compile("(?:property|option|parameter)[: ]+'?\"?(\\w+)");
    private static final Pattern NO_COMPONENT = Pattern.compile("No component found with scheme: (\\w+)");

    private CamelFaults() {}

    static Violation of(RouteItem item, Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof MarkedYamlEngineException marked) {
                return marked(item, marked);
            }
        }
        return told(item, said(fault));
    }

    private static Violation marked(RouteItem item, MarkedYamlEngineException marked) {
        int line = marked.getProblemMark()
                .map(mark -> mark.getLine() + 1)
                .orElse(item.position().line());
        String problem = marked.getProblem();
        Matcher unsupported = UNSUPPORTED.matcher(problem);
        if (unsupported.find()) {
            String key = unsupported.group(1);
            Position at = find(item, key).orElse(new Position(item.file(), line, key));
            return new Violation(at, Text.of("这里没有键 %s", "there is no key %s here", key), Text.NONE, catalogue());
        }
        return refused(new Position(item.file(), line, ""), problem);
    }

    private static Violation told(RouteItem item, String said) {
        Matcher unknown = UNKNOWN_PARAMETER.matcher(said);
        if (unknown.find()) {
            return new Violation(
                    find(item, unknown.group(1)).orElse(item.position()),
                    Text.of("端点没有参数 %s", "the endpoint has no parameter %s", unknown.group(1)),
                    Text.NONE,
                    catalogue());
        }
        Matcher component = NO_COMPONENT.matcher(said);
        if (component.find()) {
            return new Violation(
                    item.position(),
                    Text.of("组件 %s 不在这个程序里", "the component %s is not in this program", component.group(1)),
                    Text.NONE,
                    Text.of("把它的 jar 放进 lib 文件夹", "put its jar into the lib folder"));
        }
        Matcher named = NAMED.matcher(said);
        Optional<Position> place = named.find() ? find(item, named.group(1)) : Optional.empty();
        return refused(place.orElse(item.position()), said);
    }

    private static Violation refused(Position at, String said) {
        return new Violation(at, Text.of("Camel 不接受：%s", "Camel refuses it: %s", said), Text.NONE, catalogue());
    }

    private static Text catalogue() {
        return Text.of("对照 Camel 手册中这个步骤或组件的写法", "compare it with the step or component in Camel's manual");
    }

    /** The innermost message: the outer ones repeat the whole route. */
    private static String said(Throwable fault) {
        Throwable deepest = fault;
        StringBuilder all = new StringBuilder();
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            all.append(cause.getMessage()).append('\n');
            deepest = cause;
        }
        Matcher unknown = UNKNOWN_PARAMETER.matcher(all);
        return unknown.find()
                ? unknown.group()
                : String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
    }

    /** Where a key of that name stands in the route, or a URI that carries it. */
    private static Optional<Position> find(RouteItem item, String key) {
        Position[] found = new Position[1];
        RouteWalk.through(item, new RouteWalk.Visitor() {
            @Override
            public void step(String name, YamlNode content) {
                key(name, content);
            }

            @Override
            public void key(String name, YamlNode value) {
                if (found[0] == null && name.equals(key)) {
                    found[0] = value.position();
                }
            }

            @Override
            public void value(YamlScalar value) {
                if (found[0] == null && value.text().contains(key + "=")) {
                    found[0] = value.position();
                }
            }
        });
        return Optional.ofNullable(found[0]);
    }
}
