package io.hefu.routing;

import io.hefu.definition.Position;
import io.hefu.definition.YamlList;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a routes file: a route, or the route configuration.
 *
 * @param file as violations name it
 * @param key {@code route} or {@code routeConfiguration}
 * @param body what stands under that key
 * @param text the file with every other entry blanked out, so that Camel's own line numbers stay true
 */
record RouteItem(String file, String key, YamlMap body, String text) {
    static final String ROUTE = "route";
    static final String CONFIGURATION = "routeConfiguration";

    boolean isRoute() {
        return key.equals(ROUTE);
    }

    /** Empty when none was written. */
    String id() {
        return body.text("id").orElse("");
    }

    Position position() {
        return body.position();
    }

    /** The endpoint that the route starts from, as written; empty when it has none. */
    String from() {
        return body.node("from").flatMap(RouteItem::uri).map(YamlScalar::text).orElse("");
    }

    List<YamlNode> steps() {
        return body.map("from")
                .flatMap(from -> from.list("steps"))
                .map(YamlList::items)
                .orElse(List.of());
    }

    /** The endpoint of a {@code from} or {@code to}, which may be written short or long. */
    static Optional<YamlScalar> uri(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            return Optional.of(scalar);
        }
        return node instanceof YamlMap map ? map.scalar("uri") : Optional.empty();
    }
}
