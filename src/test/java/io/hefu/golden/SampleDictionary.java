package io.hefu.golden;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.dictionary.CodeList;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import io.hefu.dictionary.Uid;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A small dictionary: customers of 18 fields, opportunities with a list of documents. */
final class SampleDictionary {
    static final EntityType DOCUMENT = entity(
            "document",
            true,
            List.of("sha256"),
            field("sha256", text()),
            field("name", text()),
            field("size", integer()));
    static final EntityType OPPORTUNITY = entity(
            "opportunity",
            false,
            List.of("number"),
            field("number", text()),
            field("stage", new DataType.Code("sales-stage"), "crm"),
            field("expected", DataType.Scalar.MONEY, "crm", "erp"),
            field("phone", text()),
            field("documents", new DataType.ListOf("document"), "crm", "mailbox"),
            field("notes", new DataType.ListOf("document")),
            field("probability", DataType.Scalar.DECIMAL));
    static final EntityType CUSTOMER = entity(
            "customer",
            false,
            List.of("number"),
            field("number", text(), "erp"),
            field("name", text(), "erp"),
            field("taxNumber", text(), "finance"),
            field("shortName", text()),
            field("address", text()),
            field("phone", text()),
            field("mail", text()),
            field("country", new DataType.Code("country")),
            field("currency", text()),
            field("salesperson", new DataType.Ref("employee")),
            field("terms", new DataType.Code("payment-terms")),
            field("parent", new DataType.Ref("customer")),
            field("mailDomain", text()),
            field("creditLimit", DataType.Scalar.MONEY),
            field("customerSince", DataType.Scalar.DATE),
            field("active", DataType.Scalar.FLAG),
            field("discount", DataType.Scalar.DECIMAL),
            field("lastOrder", DataType.Scalar.TIME));
    static final Dictionary DICTIONARY = new Dictionary(
            List.of(DOCUMENT, OPPORTUNITY, CUSTOMER),
            List.of(new CodeList("sales-stage", Text.same("stage"), Map.of("offer", Text.same("offer")))));

    private SampleDictionary() {}

    static DataType text() {
        return DataType.Scalar.TEXT;
    }

    static DataType integer() {
        return DataType.Scalar.INTEGER;
    }

    static FieldType field(String name, DataType type, String... authority) {
        return new FieldType(
                0,
                name,
                type,
                false,
                Text.same(name),
                Text.NONE,
                List.of(authority),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Position.of("sample.dictionary.yaml"));
    }

    static FieldType was(FieldType field, String former, Optional<String> conversion) {
        return new FieldType(
                field.index(),
                field.name(),
                field.type(),
                false,
                field.title(),
                field.description(),
                field.authority(),
                former.isEmpty() ? List.of() : List.of(former),
                conversion,
                Optional.empty(),
                field.position());
    }

    static EntityType entity(String name, boolean part, List<String> key, FieldType... fields) {
        List<FieldType> placed = new ArrayList<>();
        for (FieldType field : fields) {
            placed.add(new FieldType(
                    placed.size(),
                    field.name(),
                    field.type(),
                    false,
                    field.title(),
                    field.description(),
                    field.authority(),
                    field.was(),
                    field.conversion(),
                    Optional.empty(),
                    field.position()));
        }
        List<FieldType> keyFields = named(placed, key);
        return new EntityType(
                name,
                Text.same(name),
                part,
                placed,
                keyFields.isEmpty() ? List.of() : List.of(keyFields),
                named(placed, List.of("taxNumber")).stream().findFirst(),
                named(placed, List.of("name")).stream().findFirst(),
                part ? List.of() : named(placed, List.of("mail")),
                List.of(),
                Position.of(name + ".dictionary.yaml"));
    }

    private static List<FieldType> named(List<FieldType> fields, List<String> names) {
        return fields.stream().filter(field -> names.contains(field.name())).toList();
    }

    /** @param pairs names and values in turn; a value may be {@code Record.Nothing.NULL} */
    static Record record(EntityType type, Object... pairs) {
        Object[] values = new Object[type.fields().size()];
        for (int i = 0; i < pairs.length; i += 2) {
            values[type.field((String) pairs[i]).index()] = pairs[i + 1];
        }
        return Record.ofOwned(type, values);
    }

    static Record document(String sha256, Object... more) {
        Object[] pairs = new Object[more.length + 2];
        pairs[0] = "sha256";
        pairs[1] = sha256;
        System.arraycopy(more, 0, pairs, 2, more.length);
        return record(DOCUMENT, pairs);
    }

    /** All 18 fields, as an ERP would have them. */
    static Record customer(long number) {
        return record(
                CUSTOMER,
                "number",
                "KH-" + number,
                "name",
                "苏州市第" + number + "精密机械有限公司",
                "taxNumber",
                TaxNumbers.of(number),
                "shortName",
                "精密" + number,
                "address",
                "江苏省苏州市工业园区星湖街 " + number + " 号",
                "phone",
                "0512-6" + (1_000_000 + number),
                "mail",
                "buyer" + number + "@example.com",
                "country",
                "CN",
                "currency",
                "CNY",
                "salesperson",
                new Reference.Known(new Uid(new UUID(7, number % 50))),
                "terms",
                "net-30",
                "parent",
                Record.Nothing.NULL,
                "mailDomain",
                "example.com",
                "creditLimit",
                new Money(BigDecimal.valueOf(5_000_000 + number, 2), "CNY"),
                "customerSince",
                LocalDate.of(2019, 3, 1).plusDays(number % 2000),
                "active",
                true,
                "discount",
                new BigDecimal("0.05"),
                "lastOrder",
                Instant.parse("2026-11-20T08:30:00Z").plusSeconds(number));
    }

    static DocumentCodec codec() {
        return new DocumentCodec(
                DICTIONARY,
                Map.of("opportunity", 1, "customer", 2),
                number -> Optional.of(Layout.of(number == 1 ? OPPORTUNITY : CUSTOMER, DICTIONARY)),
                (field, formerType, value) -> value);
    }
}
