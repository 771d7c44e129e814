package io.hefu.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The JSON Schema of one kind of file, as shipped in the jar. The same files stand in {@code mappings/schema} for
 * editors; the jar's are the ones that count, so that an installation cannot loosen its own checks.
 */
final class Schema {
    private static final Map<String, Schema> LOADED = new ConcurrentHashMap<>();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode document;
    private final JsonSchema compiled;

    private Schema(JsonNode document) {
        this.document = document;
        this.compiled = JsonSchemaFactory.getInstance(VersionFlag.V202012)
                .getSchema(
                        document,
                        SchemaValidatorsConfig.builder()
                                .pathType(PathType.JSON_POINTER)
                                .build());
    }

    /** @throws IllegalArgumentException when no schema of that kind is shipped */
    static Schema of(DefinitionKind kind) {
        return LOADED.computeIfAbsent(kind.schema(), name -> new Schema(load(name)));
    }

    void check(YamlNode content, Violations violations) {
        List<SchemaFault> faults = compiled.validate(YamlJson.of(content)).stream()
                .map(message -> SchemaFault.of(message, document))
                .toList();
        new SchemaReport(content, document, violations).tell(faults);
    }

    private static JsonNode load(String name) {
        try (InputStream in = Schema.class.getResourceAsStream("/mappings/schema/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no schema " + name + " is shipped");
            }
            return JSON.readTree(in);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
