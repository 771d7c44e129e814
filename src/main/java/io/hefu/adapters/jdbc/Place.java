package io.hefu.adapters.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A reading's position as it is kept: {@code {"changed":"2026-11-20T01:02:03Z","key":"17"}}.
 *
 * @param changed empty: from the beginning
 */
record Place(Optional<String> changed, String key) {
    static final Place BEGINNING = new Place(Optional.empty(), "");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What is no position of ours (a sweep's, another adapter's) reads from the beginning: it loses nothing. */
    static Place parse(String kept) {
        try {
            JsonNode node = JSON.readTree(kept);
            JsonNode changed = node.path("changed");
            return changed.isTextual()
                    ? new Place(Optional.of(changed.asText()), node.path("key").asText())
                    : BEGINNING;
        } catch (JsonProcessingException foreign) {
            return BEGINNING;
        }
    }

    String kept() {
        ObjectNode node = JSON.createObjectNode();
        changed.ifPresent(text -> node.put("changed", text));
        return node.put("key", key).toString();
    }
}
