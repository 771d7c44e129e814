package io.hefu.golden;

import static io.hefu.golden.SampleDictionary.CUSTOMER;
import static io.hefu.golden.SampleDictionary.OPPORTUNITY;
import static io.hefu.golden.SampleDictionary.customer;
import static io.hefu.golden.SampleDictionary.document;
import static io.hefu.golden.SampleDictionary.entity;
import static io.hefu.golden.SampleDictionary.field;
import static io.hefu.golden.SampleDictionary.record;
import static io.hefu.golden.SampleDictionary.was;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import io.hefu.dictionary.Uid;
import io.hefu.store.StoreException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A document says the same after it was stored, under the dictionary of then and of later. */
class DocumentCodecTest {
    private static final Provenance ERP = new Provenance("erp", 123_456);

    private static GoldenRecord again(GoldenRecord record) {
        DocumentCodec codec = SampleDictionary.codec();
        return codec.decode(record.uid(), record.entity().name(), record.version(), codec.encode(record));
    }

    private static GoldenRecord created(EntityType entity, Record said) {
        return Survivorship.create(Uid.create(), entity, "erp", said, ERP);
    }

    private static void assertSame(GoldenRecord record) {
        GoldenRecord again = again(record);
        assertThat(again.merged()).isEqualTo(record.merged());
        assertThat(again.contributions()).isEqualTo(record.contributions());
        assertThat(again.holds()).isEqualTo(record.holds());
        assertThat(again.deletion()).isEqualTo(record.deletion());
        assertThat(Survivorship.same(record, again)).isTrue();
        for (var field : record.entity().fields()) {
            assertThat(again.provenance(field)).isEqualTo(record.provenance(field));
        }
    }

    @Test
    void everyTypeOfValueIsReadBack() {
        assertSame(created(CUSTOMER, customer(42)));
    }

    @Test
    void unusualValuesAreReadBack() {
        assertSame(created(
                CUSTOMER,
                record(
                        CUSTOMER,
                        "name",
                        "𠮷野家 \u0000 \uD83D\uDE00 é",
                        "creditLimit",
                        new Money(new BigDecimal("-123456789012345678.12345678"), "XTS"),
                        "discount",
                        new BigDecimal("1E+3"),
                        "salesperson",
                        new Reference.ByKey("crm", "employee", "7"),
                        "parent",
                        new Reference.ByBusinessKey("customer", "number", "KH-1"),
                        "active",
                        false,
                        "lastOrder",
                        java.time.Instant.parse("1969-12-31T23:59:59.999999999Z"),
                        "customerSince",
                        java.time.LocalDate.of(1, 1, 1))));
    }

    @Test
    void severalSystemsWithTheirOwnBatchesAreReadBack() {
        GoldenRecord record = created(CUSTOMER, customer(1));
        record = Survivorship.merge(
                record, "crm", record(CUSTOMER, "phone", "1", "mail", "a@b.cn"), new Provenance("crm", 9));
        record = Survivorship.merge(
                record, "crm", record(CUSTOMER, "phone", Record.Nothing.NULL), new Provenance("crm", 200_000));
        assertSame(record);
    }

    @Test
    void listsHoldsAndDeletionsAreReadBack() {
        GoldenRecord before = Survivorship.settled(created(
                OPPORTUNITY, record(OPPORTUNITY, "stage", "need", "documents", List.of(document("a", "size", 7L)))));
        GoldenRecord after = Survivorship.merge(
                before, "erp", record(OPPORTUNITY, "stage", "offer"), new Provenance("erp", 200_000));
        GoldenRecord held =
                Survivorship.hold(after, Optional.of(before), OPPORTUNITY.field("stage"), "offer-needs-pdf");
        assertSame(held);
        assertSame(Survivorship.withdraw(held, "erp", new Provenance("erp", 200_001)));
    }

    @Test
    void aDocumentOfOneSystemCostsLittleMoreThanItsValues() {
        Record said = customer(42);
        int values = 0;
        for (var field : CUSTOMER.fields()) {
            values += said.find(field).map(DocumentCodecTest::leastBytes).orElse(0);
        }
        int stored = SampleDictionary.codec().encode(created(CUSTOMER, said)).length;
        assertThat(stored - values)
                .as("bytes beside the values, %s stored", stored)
                .isLessThan(45);
    }

    private static int leastBytes(Object value) {
        if (value instanceof String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }
        return value instanceof Reference ? 16 : value instanceof Boolean ? 1 : 3;
    }

    @Test
    void halfASurrogatePairIsRefused() {
        GoldenRecord record = created(CUSTOMER, record(CUSTOMER, "name", "broken \uD83D"));
        assertThatThrownBy(() -> SampleDictionary.codec().encode(record))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("surrogate");
    }

    @Test
    void aDocumentOfANewerProgramIsRefusedAndNotMisread() {
        byte[] bytes = SampleDictionary.codec().encode(created(CUSTOMER, customer(1)));
        bytes[0] = 2;
        assertThatThrownBy(() -> SampleDictionary.codec().decode(Uid.create(), "customer", 1, bytes))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("format 2");
    }

    private static final EntityType OLD_PART = entity(
            "order-line",
            true,
            List.of("number"),
            field("number", DataType.Scalar.INTEGER),
            field("price", DataType.Scalar.DECIMAL));
    private static final EntityType OLD = entity(
            "order",
            false,
            List.of("number"),
            field("number", DataType.Scalar.TEXT),
            field("status", DataType.Scalar.TEXT),
            field("share", DataType.Scalar.TEXT),
            field("screen", DataType.Scalar.TEXT),
            field("lines", new DataType.ListOf("order-line")));
    private static final EntityType NEW_PART = entity(
            "order-line",
            true,
            List.of("number"),
            field("text", DataType.Scalar.TEXT),
            was(field("unitPrice", DataType.Scalar.DECIMAL), "price", Optional.empty()),
            field("number", DataType.Scalar.INTEGER));
    private static final EntityType NEW = entity(
            "order",
            false,
            List.of("number"),
            field("lines", new DataType.ListOf("order-line")),
            was(field("state", DataType.Scalar.TEXT), "status", Optional.empty()),
            was(field("share", DataType.Scalar.DECIMAL), "", Optional.of("decimal(value)")),
            field("channel", DataType.Scalar.TEXT),
            field("number", DataType.Scalar.TEXT));

    private static DocumentCodec codec(EntityType order, EntityType part, int number, Conversion conversion) {
        Dictionary dictionary = new Dictionary(List.of(order, part), List.of());
        Dictionary old = new Dictionary(List.of(OLD, OLD_PART), List.of());
        return new DocumentCodec(
                dictionary,
                Map.of("order", number),
                asked -> Optional.of(asked == 1 ? Layout.of(OLD, old) : Layout.of(order, dictionary)),
                conversion);
    }

    private static byte[] written(Conversion conversion) {
        Record line = record(OLD_PART, "number", 1L, "price", new BigDecimal("9.90"));
        Record said =
                record(OLD, "number", "DD-1", "status", "open", "share", "0.3", "screen", "x", "lines", List.of(line));
        GoldenRecord before = Survivorship.settled(created(OLD, said));
        GoldenRecord after = Survivorship.merge(
                before, "erp", said.with(OLD.field("status"), "closed"), new Provenance("erp", 200_000));
        GoldenRecord held = Survivorship.hold(after, Optional.of(before), OLD.field("status"), "rule");
        return codec(OLD, OLD_PART, 1, conversion).encode(held);
    }

    @Test
    void aNewerDictionaryRenamesDropsAddsAndRetypesFields() {
        Conversion conversion = (field, formerType, value) -> new BigDecimal((String) value);
        GoldenRecord read = codec(NEW, NEW_PART, 2, conversion).decode(Uid.create(), "order", 7, written(conversion));
        Record line = record(NEW_PART, "number", 1L, "unitPrice", new BigDecimal("9.90"));
        assertThat(read.merged())
                .isEqualTo(record(
                        NEW,
                        "number",
                        "DD-1",
                        "state",
                        "open",
                        "share",
                        new BigDecimal("0.3"),
                        "lines",
                        List.of(line)));
        assertThat(read.holds())
                .containsExactly(new Hold(NEW.field("state"), "closed", "rule", new Provenance("erp", 200_000)));
    }

    @Test
    void aRetypedFieldWithoutConversionIsRefusedByName() {
        EntityType retyped = entity(
                "order",
                false,
                List.of("number"),
                field("number", DataType.Scalar.TEXT),
                field("share", DataType.Scalar.DECIMAL));
        byte[] bytes = written((field, formerType, value) -> value);
        assertThatThrownBy(() -> codec(retyped, NEW_PART, 2, (field, formerType, value) -> value)
                        .decode(Uid.create(), "order", 7, bytes))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("order.share")
                .hasMessageContaining("conversion");
    }

    @Test
    void aLayoutIsReadBackFromItsText() {
        Layout layout = Layout.of(OLD, new Dictionary(List.of(OLD, OLD_PART), List.of()));
        assertThat(layout.written())
                .isEqualTo("number:text,status:text,share:text,screen:text,"
                        + "lines:list(order-line){number:integer,price:decimal}");
        assertThat(Layout.parse("order", layout.written())).isEqualTo(layout);
    }
}
