package io.hefu.cli;

import static io.hefu.mapping.Home.object;
import static io.hefu.mapping.Home.row;
import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.definition.Violations;
import io.hefu.dictionary.Record;
import io.hefu.mapping.MappedRow;
import io.hefu.mapping.Mapping;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Tryton example, put together as its README says; what it does against a real Tryton is proven by {@code .ci/real}. */
class TrytonExampleTest {
    private static final Map<String, Object> CNY = object("code", "CNY", "id", 1L);
    private static final LocalDate SOON = LocalDate.of(2026, 11, 24);
    private static final LocalDate LATER = LocalDate.of(2026, 12, 24);

    @TempDir
    static Path folder;

    private static Path home;
    private static Mapping receivables;

    @BeforeAll
    static void assemble() throws Exception {
        home = folder.resolve("home");
        Process assembling = new ProcessBuilder("bash", "config/examples/tryton/assemble", home.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("assemble.log").toFile())
                .start();
        assertThat(assembling.waitFor()).isZero();
        Violations violations = new Violations();
        receivables = io.hefu.mapping.Home.compile(home, violations)
                .find("tryton", "receivable")
                .orElseThrow();
        violations.throwIfAny();
    }

    private static Record receivable(String state, List<?> toPay, List<?> payments) {
        MappedRow mapped = receivables.toRecord(row(
                "id",
                1L,
                "number",
                "INV2026-2",
                "state",
                state,
                "invoice_date",
                SOON,
                "party",
                object("id", 3L),
                "currency",
                CNY,
                "untaxed_amount",
                new BigDecimal("5040.00"),
                "tax_amount",
                BigDecimal.ZERO,
                "total_amount",
                new BigDecimal("5040.00"),
                "sales",
                List.of(object("number", "2", "id", 2L)),
                "lines_to_pay",
                toPay,
                "payment_lines",
                payments));
        return ((MappedRow.Mapped) mapped).record();
    }

    private static Map<String, Object> line(String amount, LocalDate due, Object reconciliation) {
        BigDecimal value = new BigDecimal(amount);
        return object(
                "debit",
                value.max(BigDecimal.ZERO),
                "credit",
                value.negate().max(BigDecimal.ZERO),
                "maturity_date",
                due,
                "reconciliation",
                reconciliation,
                "amount_second_currency",
                null,
                "second_currency",
                null);
    }

    private static String open(Record receivable) {
        return receivable.find(receivable.type().field("open")).orElseThrow().toString();
    }

    private static Object due(Record receivable) {
        return receivable.find(receivable.type().field("due")).orElseThrow();
    }

    @Test
    void theExampleAndTheShippedFilesTogetherHaveNoFault() {
        Typed typed = Typed.in(Locale.ENGLISH, home, "check");
        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.out()).contains("5 systems, 20 mappings");
    }

    @Test
    void aPartPaymentLeavesTheRestOpen() {
        Record receivable =
                receivable("posted", List.of(line("5040.00", LATER, null)), List.of(line("-2000.00", null, null)));
        assertThat(open(receivable)).isEqualTo("3040.00 CNY");
        assertThat(due(receivable)).isEqualTo(LATER);
    }

    @Test
    void nothingIsOpenOfWhatIsReconciled() {
        Record receivable =
                receivable("paid", List.of(line("5040.00", LATER, 1L)), List.of(line("-5040.00", null, 1L)));
        assertThat(open(receivable)).isEqualTo("0 CNY");
        assertThat(due(receivable)).isEqualTo(LATER);
    }

    @Test
    void anInvoiceInInstalmentsIsDueWhenItsFirstOpenInstalmentIs() {
        Object first = line("1512.00", SOON, null);
        Object second = line("3528.00", LATER, null);
        assertThat(due(receivable("posted", List.of(second, first), List.of()))).isEqualTo(SOON);
        assertThat(due(receivable("posted", List.of(line("1512.00", SOON, 7L), second), List.of())))
                .isEqualTo(LATER);
    }

    @Test
    void aCreditNoteStaysNegative() {
        assertThat(open(receivable("posted", List.of(line("-5040.00", LATER, null)), List.of())))
                .isEqualTo("-5040.00 CNY");
    }

    @Test
    void aForeignInvoiceIsOpenInItsOwnCurrency() {
        Map<String, Object> foreign = line("36288.00", LATER, null);
        foreign.put("amount_second_currency", new BigDecimal("5040.00"));
        foreign.put("second_currency", CNY);
        assertThat(open(receivable("posted", List.of(foreign), List.of()))).isEqualTo("5040.00 CNY");
    }
}
