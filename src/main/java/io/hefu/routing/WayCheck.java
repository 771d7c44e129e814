package io.hefu.routing;

import io.hefu.definition.Position;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlList;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The order of the way, before anything runs: each step takes only the batch type of the step before it, so that a route
 * from which someone deleted the gate does not load.
 */
final class WayCheck {
    static final String FILE = RouteFiles.FOLDER + "/way" + RouteFiles.ENDING;

    private static final Set<String> STEPS = new TreeSet<>(Set.of("bean", "to", "log", "doTry"));

    private final WayOrder order;
    private final RouteBeans beans;
    private final Violations violations;
    private final Map<String, RouteItem> routes = new HashMap<>();

    WayCheck(WayOrder order, RouteBeans beans, Violations violations) {
        this.order = order;
        this.beans = beans;
        this.violations = violations;
    }

    void check(List<RouteItem> items) {
        items.stream().filter(RouteItem::isRoute).forEach(item -> routes.putIfAbsent(item.from(), item));
        new TreeSet<>(order.entries().keySet()).forEach(this::entry);
        items.stream().filter(item -> !item.file().equals(FILE)).forEach(this::noSideDoor);
    }

    private void entry(String endpoint) {
        RouteItem route = routes.get(endpoint);
        if (route == null || !route.file().equals(FILE)) {
            violations.add(
                    route == null ? Position.of(FILE) : route.position(),
                    Text.of("这个文件里没有从 %s 开始的路由", "no route in this file starts from %s", endpoint),
                    Spelling.listed(new TreeSet<>(order.entries().keySet())),
                    Text.of("把随产品提供的 way.camel.yaml 放回来", "put back the way.camel.yaml that comes with the product"));
            return;
        }
        walk(route.steps(), Optional.of(order.entries().get(endpoint)), route.position(), true);
    }

    /** A route outside the way that sends into it would send what no step before has looked at. */
    private void noSideDoor(RouteItem item) {
        RouteWalk.through(item, new RouteWalk.Visitor() {
            @Override
            public void step(String name, YamlNode content) {
                Optional<YamlScalar> uri = name.equals("to") ? RouteItem.uri(content) : Optional.empty();
                uri.filter(written -> order.entries().containsKey(written.text()))
                        .ifPresent(written -> violations.add(
                                written.position(),
                                Text.of("%s 只能由数据进入，不能由别的路由送入", "no other route may send to %s", written.text()),
                                Text.of("bean: {ref: intake, …} 读取并送入", "bean: {ref: intake, …} reads and sends"),
                                Text.of("改用 intake", "use intake instead")));
            }
        });
    }

    /**
     * @param got what the first step gets; empty when a fault before left it open
     * @param whole whether the steps must end as the way ends
     * @return what the last step leaves; empty when a fault left it open
     */
    private Optional<Class<?>> walk(List<YamlNode> steps, Optional<Class<?>> got, Position at, boolean whole) {
        Optional<Class<?>> type = got;
        for (YamlNode step : steps) {
            if (!(step instanceof YamlMap map) || map.entries().size() != 1) {
                continue;
            }
            Map.Entry<String, YamlNode> only =
                    map.entries().entrySet().iterator().next();
            type = step(Vocabulary.camelCase(only.getKey()), only.getValue(), type);
        }
        if (whole && type.isPresent() && type.get() != order.end()) {
            violations.add(
                    at,
                    Text.of("这里以 %s 结束", "it ends with %s", type.get().getSimpleName()),
                    Text.of("以 %s 结束", "an end with %s", order.end().getSimpleName()),
                    taking(type.get()));
        }
        return type;
    }

    private Optional<Class<?>> step(String name, YamlNode content, Optional<Class<?>> got) {
        switch (name) {
            case "bean":
                return bean(content, got);
            case "to":
                return to(content, got);
            case "doTry":
                return attempt(content, got);
            case "log":
                return got;
            default:
                violations.add(
                        content.position(),
                        Text.of("步骤 %s 不能在主路上", "the step %s cannot stand on the way", name),
                        Spelling.listed(STEPS),
                        Text.of("从 way.camel.yaml 中去掉它", "remove it from way.camel.yaml"));
                return got;
        }
    }

    private Optional<Class<?>> bean(YamlNode content, Optional<Class<?>> got) {
        Optional<Method> method = BeanCheck.method(beans, content);
        if (method.isEmpty()) {
            return Optional.empty();
        }
        String bean = BeanCheck.ref(content).map(YamlScalar::text).orElse("");
        Class<?>[] takes = method.get().getParameterTypes();
        boolean afterFault = got.filter(Throwable.class::equals).isPresent();
        if (!afterFault || takes.length != 1 || !Throwable.class.isAssignableFrom(takes[0])) {
            Text needs = Text.same(takes.length == 1 ? takes[0].getSimpleName() : BeanCall.signature(method.get()));
            expect(content.position(), bean, needs, takes.length == 1 ? Optional.of(takes[0]) : Optional.empty(), got);
        }
        return Optional.of(method.get().getReturnType());
    }

    private Optional<Class<?>> to(YamlNode content, Optional<Class<?>> got) {
        String endpoint = RouteItem.uri(content).map(YamlScalar::text).orElse("");
        Class<?> takes = order.entries().get(endpoint);
        if (takes == null) {
            violations.add(
                    content.position(),
                    Text.of("主路不能通向 %s", "the way cannot lead to %s", endpoint),
                    Spelling.listed(new TreeSet<>(order.entries().keySet())),
                    Text.of("从 way.camel.yaml 中去掉它", "remove it from way.camel.yaml"));
            return Optional.empty();
        }
        expect(content.position(), endpoint, Text.same(takes.getSimpleName()), Optional.of(takes), got);
        return Optional.of(order.end());
    }

    /** What is tried leaves a batch; each branch for a fault starts from the fault and must leave the same. */
    private Optional<Class<?>> attempt(YamlNode content, Optional<Class<?>> got) {
        if (!(content instanceof YamlMap map)) {
            return got;
        }
        Optional<Class<?>> left = walk(steps(map), got, content.position(), false);
        for (YamlNode caught : map.list("doCatch").map(YamlList::items).orElse(List.of())) {
            if (caught instanceof YamlMap branch) {
                walk(steps(branch), Optional.of(Throwable.class), branch.position(), true);
            }
        }
        map.node("doFinally").ifPresent(last -> step("doFinally", last, Optional.empty()));
        return left;
    }

    private static List<YamlNode> steps(YamlMap map) {
        return map.list("steps").map(YamlList::items).orElse(List.of());
    }

    private void expect(Position at, String step, Text needs, Optional<Class<?>> takes, Optional<Class<?>> got) {
        if (got.isPresent() && !got.equals(takes)) {
            violations.add(
                    at,
                    Text.of(
                            "步骤 %s 需要 %s，得到的是 %s",
                            "the step %s needs %s but gets %s",
                            step,
                            needs,
                            got.get().getSimpleName()),
                    Text.NONE,
                    takes.flatMap(this::making).orElseGet(() -> taking(got.get())));
        }
    }

    private Optional<Text> making(Class<?> type) {
        return beans.names().stream()
                .filter(name -> steps(name).anyMatch(method -> method.getReturnType() == type))
                .findFirst()
                .map(name -> Text.of("在它前面加上 bean: {ref: %s}", "put bean: {ref: %s} before it", name));
    }

    private Text taking(Class<?> type) {
        return beans.names().stream()
                .filter(name -> steps(name).anyMatch(method -> method.getParameterTypes()[0] == type))
                .findFirst()
                .map(name -> Text.of("接着写 bean: {ref: %s}", "go on with bean: {ref: %s}", name))
                .orElse(Text.of(
                        "把随产品提供的 way.camel.yaml 放回来", "put back the way.camel.yaml that comes with the product"));
    }

    private Stream<Method> steps(String bean) {
        return BeanCall.methods(beans.types().get(bean)).stream()
                .filter(method -> method.getParameterCount() == 1)
                .filter(method -> !Throwable.class.isAssignableFrom(method.getParameterTypes()[0]));
    }
}
