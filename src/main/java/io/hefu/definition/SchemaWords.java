package io.hefu.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The words for one fault: our own in both languages, with the texts that the schema itself carries. */
final class SchemaWords {
    private static final Text SEE_SCHEMA =
            Text.of("对照 mappings/schema 里的模式", "compare with the schema in mappings/schema");

    private static final List<String> SECRETS = List.of("secret", "password", "token", "key", "url", "authorization");

    private final YamlNode content;
    private final JsonNode document;

    SchemaWords(YamlNode content, JsonNode document) {
        this.content = content;
        this.document = document;
    }

    /** The schema that a reference leads to; what stands beside the reference goes before. */
    JsonNode referred(JsonNode schema) {
        if (!schema.has("$ref")) {
            return schema;
        }
        ObjectNode whole =
                document.at(schema.path("$ref").asText().substring(1)).deepCopy();
        schema.fields().forEachRemaining(beside -> {
            if (!beside.getKey().equals("$ref")) {
                whole.set(beside.getKey(), beside.getValue());
            }
        });
        return whole;
    }

    Violation violation(SchemaFault fault) {
        YamlNode node = node(fault.instance());
        return switch (fault.keyword()) {
            case "additionalProperties", "unevaluatedProperties" -> unknownKey(fault, node);
            case "required" -> missing(fault, node);
            case "type" -> wrongType(fault, node);
            case "enum", "const" -> notInEnum(fault, node);
            case "propertyNames" -> wrongName(fault, node);
            case "minItems", "minProperties", "minLength" -> tooFew(fault, node);
            case "minimum", "maximum" -> outOfRange(fault, node);
            case "uniqueItems" -> notUnique(node);
            default -> notFitting(fault, node);
        };
    }

    /** Of several forms none is even of the type that was written. */
    Violation noForm(List<Object> instance, JsonNode schema) {
        YamlNode node = node(instance);
        List<Text> forms = new ArrayList<>();
        schema.path("anyOf").forEach(form -> forms.add(SchemaTexts.form(referred(form))));
        return new Violation(
                node.position(),
                Text.of("这里不能写%s", "%s cannot stand here", YamlWords.shown(node, secret(node))),
                SchemaTexts.joined(forms),
                tryExample(schema));
    }

    private Violation unknownKey(SchemaFault fault, YamlNode node) {
        List<String> allowed = keys(fault.schema());
        Position place = node instanceof YamlMap map ? map.at(fault.property()) : node.position();
        return new Violation(
                place,
                Text.of("不认识的键 %s", "unknown key %s", fault.property()),
                Spelling.listed(allowed),
                Spelling.didYouMean(fault.property(), allowed, otherwise(fault.property(), allowed)));
    }

    private static Text otherwise(String property, List<String> allowed) {
        boolean password = SECRETS.stream().anyMatch(property.toLowerCase(Locale.ROOT)::contains);
        return password && allowed.contains("secret")
                ? Text.of("写 secret: env:变量名", "write secret: env:NAME")
                : Text.of("删去它", "remove it");
    }

    private Violation missing(SchemaFault fault, YamlNode node) {
        JsonNode described = referred(fault.schema().path("properties").path(fault.property()));
        String example = SchemaTexts.example(described);
        return new Violation(
                node.position(),
                Text.of("缺少键 %s", "the key %s is missing", fault.property()),
                SchemaTexts.of(described),
                example.isEmpty()
                        ? Text.of("补上 %s", "add %s", fault.property())
                        : Text.of("补上，例如 %s: %s", "add it, such as %s: %s", fault.property(), example));
    }

    private Violation wrongType(SchemaFault fault, YamlNode node) {
        Text allowed = SchemaTexts.types(fault.schema().path("type"));
        return new Violation(
                node.position(),
                Text.of("这里不能写%s", "%s cannot stand here", YamlWords.shown(node, secret(node))),
                allowed,
                node instanceof YamlScalar scalar
                                && scalar.kind() != YamlScalar.Kind.TEXT
                                && allowed.en().contains("text")
                        ? Text.of("若它是文本，加双引号", "if it is a text, put it in double quotes")
                        : tryExample(fault.schema()));
    }

    private Violation notInEnum(SchemaFault fault, YamlNode node) {
        List<String> allowed = new ArrayList<>();
        fault.schema().path("enum").forEach(value -> allowed.add(value.asText()));
        if (fault.schema().has("const")) {
            allowed.add(fault.schema().path("const").asText());
        }
        String written = node instanceof YamlScalar scalar ? scalar.text() : "";
        return new Violation(
                node.position(),
                Text.of("不认识的值 %s", "unknown value %s", YamlWords.shortened(written)),
                Spelling.listed(allowed),
                Spelling.didYouMean(written, allowed, Text.of("选其中一个", "choose one of them")));
    }

    private Violation wrongName(SchemaFault fault, YamlNode node) {
        String name = fault.property().isEmpty() ? lastName(fault) : fault.property();
        Position place = node instanceof YamlMap map ? map.at(name) : node.position();
        JsonNode names =
                fault.schema().has("propertyNames") ? referred(fault.schema().path("propertyNames")) : fault.schema();
        return new Violation(
                place,
                Text.of("名称 %s 写法不对", "the name %s is not written as it should be", YamlWords.shortened(name)),
                SchemaTexts.of(names),
                tryExample(names));
    }

    private static String lastName(SchemaFault fault) {
        return fault.instance().isEmpty()
                ? ""
                : String.valueOf(fault.instance().get(fault.instance().size() - 1));
    }

    private Violation tooFew(SchemaFault fault, YamlNode node) {
        return new Violation(
                node.position(),
                Text.of("内容是空的", "there is nothing in it"),
                SchemaTexts.of(fault.schema()),
                tryExample(fault.schema()));
    }

    private Violation outOfRange(SchemaFault fault, YamlNode node) {
        return new Violation(
                node.position(),
                Text.of("%s超出范围", "%s is out of range", YamlWords.shown(node, secret(node))),
                SchemaTexts.of(fault.schema()),
                tryExample(fault.schema()));
    }

    private Violation notUnique(YamlNode node) {
        return new Violation(
                node.position(),
                Text.of("列表里有重复的项", "the list names something twice"),
                Text.of("每项一次", "each item once"),
                Text.of("删去重复的项", "remove what stands twice"));
    }

    private Violation notFitting(SchemaFault fault, YamlNode node) {
        return new Violation(
                node.position(),
                Text.of("%s写法不对", "%s is not written as it should be", YamlWords.shown(node, secret(node))),
                SchemaTexts.of(fault.schema()),
                tryExample(fault.schema()));
    }

    private static Text tryExample(JsonNode schema) {
        String example = SchemaTexts.example(schema);
        return example.isEmpty() ? SEE_SCHEMA : Text.of("例如 %s", "such as %s", example);
    }

    private static List<String> keys(JsonNode schema) {
        List<String> keys = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Whether a value may be or carry a password, so that no message tells it. */
    private static boolean secret(YamlNode node) {
        String key = node.position().key().toLowerCase(Locale.ROOT);
        return SECRETS.stream().anyMatch(key::endsWith);
    }

    private YamlNode node(List<Object> instance) {
        YamlNode node = content;
        for (Object step : instance) {
            node = child(node, String.valueOf(step));
        }
        return node;
    }

    /** The child, or the node itself when the validator names something that is no node, such as a key. */
    private static YamlNode child(YamlNode node, String step) {
        if (node instanceof YamlMap map) {
            return map.node(step).orElse(map);
        }
        return node instanceof YamlList list && SchemaFault.isIndex(step)
                ? list.items().get(Integer.parseInt(step))
                : node;
    }
}
