package io.hefu.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What the validator found, without its words.
 *
 * @param keyword of JSON Schema that failed: {@code type}, {@code required} …
 * @param property the key that is missing or too many, where the keyword is about one; else empty
 * @param instance keys and indices to the place in the file
 * @param evaluation keywords and names by which the validator got there, through references
 * @param schema the schema that the keyword stands in
 */
record SchemaFault(String keyword, String property, List<Object> instance, List<Object> evaluation, JsonNode schema) {
    private static final Set<String> INTO_CHILD =
            Set.of("additionalProperties", "items", "unevaluatedProperties", "contains");
    private static final Set<String> INTO_NAMED = Set.of("properties", "patternProperties");

    static SchemaFault of(ValidationMessage message, JsonNode document) {
        List<Object> place = elements(message.getSchemaLocation().getFragment());
        return new SchemaFault(
                message.getType(),
                message.getProperty() == null ? "" : message.getProperty(),
                elements(message.getInstanceLocation()),
                elements(message.getEvaluationPath()),
                resolve(document, place.subList(0, Math.max(0, place.size() - 1))));
    }

    /** Where in the evaluation, from a place on, a choice between forms stands; -1 when there is none. */
    int choiceAfter(int from) {
        for (int i = from; i < evaluation.size() - 1; i++) {
            if ("anyOf".equals(evaluation.get(i)) && isIndex(evaluation.get(i + 1)) && !isName(i)) {
                return i;
            }
        }
        return -1;
    }

    /** The place in the file that the schema reached after so many steps of the evaluation speaks of. */
    List<Object> instanceAt(int steps) {
        int depth = 0;
        for (int i = 0; i < steps; i++) {
            if (isName(i)) {
                continue;
            }
            String keyword = String.valueOf(evaluation.get(i));
            depth += INTO_CHILD.contains(keyword) || INTO_NAMED.contains(keyword) ? 1 : 0;
        }
        return instance.subList(0, Math.min(depth, instance.size()));
    }

    private boolean isName(int place) {
        return place > 0 && INTO_NAMED.contains(evaluation.get(place - 1)) && !isName(place - 1);
    }

    static boolean isIndex(Object element) {
        return String.valueOf(element).matches("[0-9]+");
    }

    static JsonNode resolve(JsonNode document, List<Object> place) {
        JsonNode node = document;
        for (Object element : place) {
            node = node.isArray()
                    ? node.path(Integer.parseInt(String.valueOf(element)))
                    : node.path(String.valueOf(element));
        }
        return node == null ? MissingNode.getInstance() : node;
    }

    private static List<Object> elements(JsonNodePath path) {
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i < path.getNameCount(); i++) {
            elements.add(path.getElement(i));
        }
        return List.copyOf(elements);
    }
}
