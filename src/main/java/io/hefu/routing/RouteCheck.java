package io.hefu.routing;

import io.hefu.definition.Violations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Everything that can be said of routes before Camel sees them. */
final class RouteCheck {
    private RouteCheck() {}

    static void check(List<RouteItem> items, RoutingContext context, Violations violations) {
        new ShapeCheck(violations).check(items);
        Set<String> served = ShapeCheck.served(items);
        try (Placeholders placeholders = new Placeholders(context.properties(), violations)) {
            List<RouteWalk.Visitor> visitors = List.of(
                    placeholders,
                    new StepCheck(violations),
                    new EndpointCheck(placeholders, context.beans(), served, violations),
                    new BeanCheck(context.beans(), context.flows().get(), violations));
            items.forEach(item -> visitors.forEach(visitor -> RouteWalk.through(item, visitor)));
        }
        new WayCheck(context.order(), context.beans(), violations).check(items);
    }

    /** The items of which nothing is wrong so far: only of these is Camel's word worth telling. */
    static List<RouteItem> sound(List<RouteItem> items, Violations violations) {
        Set<String> faulty = new HashSet<>();
        violations
                .all()
                .forEach(violation -> items.stream()
                        .filter(item -> holds(
                                item,
                                violation.position().file(),
                                violation.position().line()))
                        .forEach(item -> faulty.add(item.text())));
        return items.stream().filter(item -> !faulty.contains(item.text())).toList();
    }

    private static boolean holds(RouteItem item, String file, int line) {
        List<String> lines = item.text().lines().toList();
        return item.file().equals(file)
                && line > 0
                && line <= lines.size()
                && !lines.get(line - 1).isEmpty();
    }
}
