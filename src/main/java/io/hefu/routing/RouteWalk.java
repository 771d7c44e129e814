package io.hefu.routing;

import io.hefu.definition.YamlList;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import java.util.Map;

/** Walks through everything that is written in a route. */
final class RouteWalk {
    /** What is met on the walk. */
    interface Visitor {
        /** A step, before what is inside it. */
        default void step(String name, YamlNode content) {}

        /** A key of any map that is not a step's name. */
        default void key(String name, YamlNode value) {}

        /** A single value. */
        default void value(YamlScalar value) {}
    }

    private final Visitor visitor;

    private RouteWalk(Visitor visitor) {
        this.visitor = visitor;
    }

    static void through(RouteItem item, Visitor visitor) {
        new RouteWalk(visitor).inside(item.body());
    }

    private void inside(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            visitor.value(scalar);
        } else if (node instanceof YamlList list) {
            list.items().forEach(this::inside);
        } else if (node instanceof YamlMap map) {
            map.entries().forEach(this::entry);
        }
    }

    private void entry(String key, YamlNode value) {
        if (key.equals("steps") && value instanceof YamlList steps) {
            steps.items().forEach(this::step);
        } else {
            visitor.key(Vocabulary.camelCase(key), value);
            inside(value);
        }
    }

    private void step(YamlNode node) {
        if (node instanceof YamlMap map) {
            for (Map.Entry<String, YamlNode> step : map.entries().entrySet()) {
                visitor.step(Vocabulary.camelCase(step.getKey()), step.getValue());
                inside(step.getValue());
            }
        } else if (node instanceof YamlScalar scalar) {
            visitor.step(Vocabulary.camelCase(scalar.text()), scalar);
        }
    }
}
