package io.hefu.routing;

import io.hefu.definition.Position;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Entries as a whole: ids, keys, one error policy, and one route for each direct: endpoint. */
final class ShapeCheck {
    static final String ERRORS = RouteFiles.FOLDER + "/errors" + RouteFiles.ENDING;

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    private final Violations violations;
    private final Map<String, Position> ids = new HashMap<>();
    private final Map<String, Position> served = new HashMap<>();

    ShapeCheck(Violations violations) {
        this.violations = violations;
    }

    void check(List<RouteItem> items) {
        items.forEach(this::check);
        List<RouteItem> policies =
                items.stream().filter(item -> !item.isRoute()).toList();
        if (policies.isEmpty() && !items.isEmpty()) {
            violations.add(
                    Position.of(ERRORS),
                    Text.of("没有错误处理的约定", "there is no error policy"),
                    Text.of("其中恰好一个 routeConfiguration", "exactly one routeConfiguration in it"),
                    Text.of(
                            "把随产品提供的 errors.camel.yaml 放回来",
                            "put back the errors.camel.yaml that comes with the product"));
        }
        for (RouteItem policy : policies) {
            if (policies.size() > 1 || !policy.file().equals(ERRORS)) {
                violations.add(
                        policy.position(),
                        Text.of("错误处理的约定只能有一个", "there can be only one error policy"),
                        Text.of("%s 中的一个 routeConfiguration", "one routeConfiguration in %s", ERRORS),
                        Text.of("把它并入 %s", "join it into %s", ERRORS));
            }
        }
    }

    private void check(RouteItem item) {
        keys(item, item.isRoute() ? Vocabulary.ROUTE_KEYS : Vocabulary.CONFIGURATION_KEYS);
        if (!item.isRoute()) {
            return;
        }
        id(item);
        if (item.from().isEmpty() || item.steps().isEmpty()) {
            violations.add(
                    item.position(),
                    Text.of("路由不完整", "the route is not complete"),
                    Text.of("from: 下有 uri: 和 steps:", "from: with uri: and steps: in it"),
                    Text.of("steps: 要缩进在 from: 里面", "indent steps: inside from:"));
        }
        if (item.from().startsWith("direct:")) {
            unique(served, item.from(), item.body().at("from"));
        }
    }

    private void id(RouteItem item) {
        if (ID.matcher(item.id()).matches()) {
            unique(ids, item.id(), item.body().at("id"));
            return;
        }
        violations.add(
                item.body().at("id"),
                item.id().isEmpty()
                        ? Text.of("路由没有 id", "the route has no id")
                        : Text.of("id “%s” 不合写法", "the id “%s” is not well formed", item.id()),
                Text.of("小写字母、数字和连字符", "small letters, digits and hyphens"),
                Text.of("写上 id:，例如 crm-read", "write id:, such as crm-read"));
    }

    private void unique(Map<String, Position> seen, String name, Position at) {
        Position first = seen.putIfAbsent(name, at);
        if (first != null) {
            violations.add(
                    at,
                    Text.of("%s 已经用过，在 %s:%s", "%s is already taken, in %s:%s", name, first.file(), first.line()),
                    Text.of("每个名字一次", "each name once"),
                    Text.of("改其中一个的名字，或删去多余的路由", "rename one of them, or delete the one too many"));
        }
    }

    private void keys(RouteItem item, Set<String> allowed) {
        for (Map.Entry<String, YamlNode> entry : item.body().entries().entrySet()) {
            if (!allowed.contains(Vocabulary.camelCase(entry.getKey()))) {
                violations.add(
                        entry.getValue().position(),
                        Text.of("这里没有键 %s", "there is no key %s here", entry.getKey()),
                        Spelling.listed(allowed),
                        Spelling.didYouMean(entry.getKey(), allowed, Text.of("去掉它", "remove it")));
            }
        }
    }

    /** Every direct: endpoint that a route starts from. */
    static Set<String> served(List<RouteItem> items) {
        return items.stream()
                .map(RouteItem::from)
                .filter(from -> from.startsWith("direct:"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
