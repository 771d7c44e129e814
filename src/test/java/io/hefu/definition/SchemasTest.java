package io.hefu.definition;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemasTest {
    private static final Path FOLDER = Path.of("mappings/schema");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Nodes whose keys are free by intent: what a system's own interface asks for, and records given as examples. */
    private static final List<String> OPEN = List.of(
            "query",
            "headers",
            "request",
            "auth",
            "authorization",
            "paging",
            "failed",
            "values",
            "related",
            "times",
            "constants",
            "quirks",
            "resources",
            "given",
            "before",
            "placeholders");

    @ParameterizedTest
    @MethodSource("schemas")
    void everySchemaIsAValidSchema(Path file) throws IOException {
        var meta = JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(SchemaLocation.of(SchemaId.V202012));
        assertThat(meta.validate(read(file))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everySchemaIsTheOneInTheJar(Path file) throws IOException {
        try (var shipped = SchemasTest.class.getResourceAsStream("/mappings/schema/" + file.getFileName())) {
            assertThat(JSON.readTree(shipped)).isEqualTo(read(file));
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyPropertyHasATitleInChineseAndEnglish(Path file) throws IOException {
        JsonNode schema = read(file);
        List<String> untitled = new ArrayList<>();
        collectUntitled(schema, schema, "", untitled);
        assertThat(untitled).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyTextIsChineseThenEnglish(Path file) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String key : List.of("title", "description")) {
            read(file).findValues(key).stream().filter(JsonNode::isTextual).forEach(text -> texts.add(text.asText()));
        }
        assertThat(texts).allSatisfy(text -> assertThat(text).contains(" / "));
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void unknownKeysAreRefusedWhereverTheKeysAreOurs(Path file) throws IOException {
        List<String> open = new ArrayList<>();
        collectOpen(read(file), "", open);
        assertThat(open).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyExampleFitsItsOwnSchema(Path file) throws IOException {
        List<String> misfits = new ArrayList<>();
        JsonNode document = read(file);
        collectExamples(document, document, misfits);
        assertThat(misfits).isEmpty();
    }

    static List<Path> schemas() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }

    private static void collectUntitled(JsonNode document, JsonNode node, String place, List<String> untitled) {
        node.path("properties").fields().forEachRemaining(property -> {
            JsonNode schema = property.getValue();
            boolean titled = schema.has("title")
                    || document.at(schema.path("$ref").asText("#/none").substring(1))
                            .has("title");
            if (!titled) {
                untitled.add(place + "/" + property.getKey());
            }
        });
        node.fields()
                .forEachRemaining(
                        child -> collectUntitled(document, child.getValue(), place + "/" + child.getKey(), untitled));
        if (node.isArray()) {
            node.forEach(item -> collectUntitled(document, item, place + "[]", untitled));
        }
    }

    private static void collectOpen(JsonNode node, String name, List<String> open) {
        boolean ours = node.path("type").asText().equals("object") && !OPEN.contains(name) && !node.has("anyOf");
        if (ours
                && (!node.has("additionalProperties")
                        || node.path("additionalProperties").asBoolean())) {
            open.add(name);
        }
        node.fields().forEachRemaining(child -> collectOpen(child.getValue(), nameOf(child.getKey(), name), open));
        if (node.isArray()) {
            node.forEach(item -> collectOpen(item, name, open));
        }
    }

    /** Keywords are no names: what stands under them is still the property above. */
    private static String nameOf(String key, String above) {
        return List.of("additionalProperties", "anyOf", "items").contains(key) ? above : key;
    }

    private static void collectExamples(JsonNode document, JsonNode node, List<String> misfits) {
        if (node.path("examples").isArray() && !node.path("examples").isEmpty()) {
            ObjectNode alone = JSON.createObjectNode();
            alone.set("$defs", document.path("$defs"));
            alone.putArray("allOf").add(node);
            JsonSchema schema =
                    JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(alone);
            node.path("examples").forEach(example -> {
                if (!schema.validate(example).isEmpty()) {
                    misfits.add(example + " " + schema.validate(example));
                }
            });
        }
        node.forEach(child -> collectExamples(document, child, misfits));
    }
}
