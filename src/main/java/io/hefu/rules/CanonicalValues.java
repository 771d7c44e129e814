package io.hefu.rules;

import io.hefu.definition.Position;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlList;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Records as examples write them in YAML. A reference is written as the number of what it refers to. */
final class CanonicalValues {
    private final Dictionary dictionary;
    private final Violations violations;

    CanonicalValues(Dictionary dictionary, Violations violations) {
        this.dictionary = dictionary;
        this.violations = violations;
    }

    Record record(EntityType entity, YamlMap written) {
        Object[] values = new Object[entity.fields().size()];
        written.entries()
                .forEach((name, node) -> entity.find(name)
                        .ifPresentOrElse(
                                field -> values[field.index()] = value(field, node),
                                () -> unknownField(entity, name, node.position())));
        return Record.ofOwned(entity, values);
    }

    private Object value(FieldType field, YamlNode node) {
        if (field.type() instanceof DataType.ListOf list) {
            return elements(list, node);
        }
        if (!(node instanceof YamlScalar scalar)) {
            wrong(field, node.position(), node instanceof YamlList ? "[…]" : "{…}");
            return Record.Nothing.NULL;
        }
        if (scalar.kind() == YamlScalar.Kind.NOTHING) {
            return Record.Nothing.NULL;
        }
        try {
            return scalar(field, scalar.text());
        } catch (RuntimeException unfit) {
            wrong(field, scalar.position(), scalar.text());
            return Record.Nothing.NULL;
        }
    }

    private List<Record> elements(DataType.ListOf list, YamlNode node) {
        List<Record> elements = new ArrayList<>();
        EntityType part = dictionary.entity(list.part());
        if (node instanceof YamlList items) {
            items.forEach(item -> {
                if (item instanceof YamlMap map) {
                    elements.add(record(part, map));
                }
            });
        }
        return elements;
    }

    private Object scalar(FieldType field, String text) {
        if (field.type() instanceof DataType.Ref ref) {
            return new Reference.ByBusinessKey(ref.entity(), "number", text);
        }
        if (field.type() instanceof DataType.Code code) {
            if (dictionary
                    .findCodes(code.list())
                    .filter(list -> !list.has(text))
                    .isPresent()) {
                throw new IllegalArgumentException(text);
            }
            return text;
        }
        return switch ((DataType.Scalar) field.type()) {
            case TEXT -> text;
            case INTEGER -> Long.valueOf(text);
            case DECIMAL -> Money.parse(text).map(BigDecimal.class::cast).orElseThrow();
            case MONEY -> money(text);
            case DATE -> LocalDate.parse(text);
            case TIME -> OffsetDateTime.parse(text).toInstant();
            case FLAG -> flag(text);
        };
    }

    private static Money money(String text) {
        String[] parts = text.split(" ", 2);
        return Money.of(parts[0], parts[1]);
    }

    private static Boolean flag(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.valueOf(text);
    }

    private void unknownField(EntityType entity, String name, Position position) {
        List<String> known = entity.fields().stream().map(FieldType::name).toList();
        violations.add(
                position,
                Text.of("%s没有字段 %s", "%s has no field %s", entity.title(), name),
                Spelling.listed(known),
                Spelling.didYouMean(
                        name, known, Text.of("在 mappings/dictionary 中查看字段名", "look it up in mappings/dictionary")));
    }

    private void wrong(FieldType field, Position position, String text) {
        violations.add(
                position,
                Text.of(
                        "“%s”不是字段 %s（%s）的值",
                        "“%s” is no value of the field %s (%s)",
                        text,
                        field.name(),
                        field.type().written()),
                allowed(field.type()),
                Text.of("改成该类型的值", "write a value of that type"));
    }

    private Text allowed(DataType type) {
        if (type instanceof DataType.Code code) {
            return dictionary
                    .findCodes(code.list())
                    .map(list -> Text.same(String.join(", ", list.codes().keySet())))
                    .orElse(Text.NONE);
        }
        if (!(type instanceof DataType.Scalar scalar)) {
            return Text.NONE;
        }
        return switch (scalar) {
            case MONEY -> Text.same("50000.00 CNY");
            case DATE -> Text.same("2026-01-31");
            case TIME -> Text.same("2026-01-31T09:00:00+08:00");
            case FLAG -> Text.same("true, false");
            default -> Text.NONE;
        };
    }
}
