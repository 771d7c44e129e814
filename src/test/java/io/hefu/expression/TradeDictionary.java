package io.hefu.expression;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.dictionary.CodeList;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small dictionary of a trading company, written down in code. */
public final class TradeDictionary {
    public static final Dictionary DICTIONARY = build();

    private TradeDictionary() {}

    public static EntityType entity(String name) {
        return DICTIONARY.entity(name);
    }

    /** @param values field, value, field, value … */
    public static Record record(String entity, Object... values) {
        EntityType type = entity(entity);
        Object[] cells = new Object[type.fields().size()];
        for (int i = 0; i < values.length; i += 2) {
            cells[type.field((String) values[i]).index()] = values[i + 1];
        }
        return Record.ofOwned(type, cells);
    }

    private static Dictionary build() {
        EntityType document = entity(
                "document",
                true,
                "sha256! text",
                "name text",
                "kind code:document-kind",
                "mediaType text",
                "size integer",
                "received time");
        EntityType line =
                entity("order-line", true, "number! integer", "description text", "quantity decimal", "gross money");
        EntityType customer =
                entity("customer", false, "number! text", "name! text", "salesperson ref:employee", "mail text");
        EntityType employee = entity("employee", false, "number! text", "name! text", "mail text");
        EntityType opportunity = entity(
                "opportunity",
                false,
                "number! text",
                "customer! ref:customer",
                "name text",
                "stage! code:sales-stage",
                "expected money",
                "owner ref:employee",
                "expectedClose date",
                "documents list:document");
        EntityType order = entity(
                "order",
                false,
                "number! text",
                "customer! ref:customer",
                "date! date",
                "state! code:order-state",
                "net money",
                "taxRate decimal",
                "tax money",
                "gross! money",
                "paymentTerms text",
                "lines list:order-line");
        EntityType receivable = entity(
                "receivable",
                false,
                "number! text",
                "customer! ref:customer",
                "due! date",
                "open! money",
                "gross! money",
                "salesperson ref:employee",
                "disputed flag");
        return new Dictionary(
                List.of(document, line, customer, employee, opportunity, order, receivable),
                List.of(
                        codes(
                                "sales-stage",
                                "first-contact",
                                "need-confirmed",
                                "offer",
                                "technical-review",
                                "negotiation",
                                "signed",
                                "lost"),
                        codes("document-kind", "offer", "contract", "technical", "acceptance", "other"),
                        codes("order-state", "draft", "submitted", "approved", "closed", "cancelled")));
    }

    private static EntityType entity(String name, boolean part, String... fields) {
        List<FieldType> types = new ArrayList<>();
        for (String field : fields) {
            String[] words = field.split(" ");
            String fieldName = words[0].replace("!", "");
            types.add(new FieldType(
                    types.size(),
                    fieldName,
                    type(words[1]),
                    words[0].endsWith("!"),
                    Text.same(fieldName),
                    Text.NONE,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Position.of("mappings/dictionary/" + name + ".dictionary.yaml")));
        }
        List<List<FieldType>> keys = List.of(List.of(types.get(0)));
        Position position = Position.of("mappings/dictionary/" + name + ".dictionary.yaml");
        return new EntityType(name, Text.same(name), part, types, keys, Optional.empty(), Optional.empty(), position);
    }

    private static DataType type(String written) {
        String[] parts = written.split(":");
        return switch (parts[0]) {
            case "code" -> new DataType.Code(parts[1]);
            case "ref" -> new DataType.Ref(parts[1]);
            case "list" -> new DataType.ListOf(parts[1]);
            default -> DataType.Scalar.valueOf(parts[0].toUpperCase(java.util.Locale.ROOT));
        };
    }

    private static CodeList codes(String id, String... codes) {
        Map<String, Text> titles = new LinkedHashMap<>();
        for (String code : codes) {
            titles.put(code, Text.same(code));
        }
        return new CodeList(id, Text.same(id), titles);
    }
}
