package io.hefu.adapters.http;

import io.hefu.definition.YamlMap;
import java.util.Map;
import java.util.Optional;

/** What a system's file says of one resource. */
record Resource(String name, YamlMap yaml, HttpOptions options) {
    Optional<RequestTemplate> template(String kind) {
        return yaml.map(kind).map(RequestTemplate::new);
    }

    /** How rows that hold a value in some column are asked for. */
    Optional<RequestTemplate> by(String column) {
        return yaml.map("by").flatMap(map -> map.map(column)).map(RequestTemplate::new);
    }

    /** Whether the elements of a list are the rows. */
    boolean explodes() {
        return yaml.has("explode");
    }

    /** The column that tells the system's records apart. */
    String key() {
        return yaml.text("key").orElse("id");
    }

    private YamlMap paging() {
        return yaml.map("paging").orElse(new YamlMap(yaml.position(), Map.of()));
    }

    int pageSize() {
        return number(paging().text("size")).orElse(options.pageSize());
    }

    int firstPage() {
        return number(paging().text("first")).orElse(1);
    }

    private static Optional<Integer> number(Optional<String> written) {
        return written.filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
    }

    /** The cursor of a first page. */
    Object startCursor(RequestTemplate template) {
        return template.yaml()
                .map("next")
                .flatMap(map -> map.node("start"))
                .or(() -> paging().node("start"))
                .map(node -> RequestTemplate.json(node, Placeholders.NONE))
                .orElse("");
    }

    /** A key as requests carry it: a number where the system wants one. */
    Object key(String key) {
        boolean number = yaml.text("keyType").filter("integer"::equals).isPresent();
        return number && key.matches("-?\\d{1,18}") ? (Object) Long.valueOf(key) : key;
    }
}
