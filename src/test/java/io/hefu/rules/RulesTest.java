package io.hefu.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.Installation;
import io.hefu.definition.Definitions;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import io.hefu.expression.Expressions;
import io.hefu.expression.WorkCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rules make of records, and when their clocks ring. */
class RulesTest {
    private static final Dictionary DICTIONARY = Installation.dictionary();
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final Rules SHIPPED = compile(Installation.SHIPPED);

    @Test
    void anOfferWithoutItsPdfIsHeld() {
        Record before = record("opportunity", "stage", "need-confirmed");
        Record after = record("opportunity", "stage", "offer");

        List<Firing> firings = SHIPPED.judge(Considered.changed(Optional.of(before), after), TODAY);

        assertThat(firings).singleElement().satisfies(firing -> {
            assertThat(firing.rule().id()).isEqualTo("offer-needs-pdf");
            assertThat(firing.effect())
                    .isEqualTo(new Effect.Hold(DICTIONARY.entity("opportunity").field("stage")));
            assertThat(firing.applies()).isTrue();
            assertThat(firing.sentence().zh()).contains("标记“方案报价”必须关联报价单PDF").contains("offer");
            assertThat(firing.sentence().en()).contains("the former value stays");
        });
    }

    @Test
    void theDocumentThatArrivesLaterIsSeenThoughTheStageDidNotChange() {
        Record pdf = record("document", "sha256", "a", "kind", "offer", "mediaType", "application/pdf");
        Record before = record("opportunity", "stage", "offer");
        Record after = record("opportunity", "stage", "offer", "documents", List.of(pdf));

        assertThat(SHIPPED.judge(Considered.changed(Optional.of(after), before), TODAY))
                .hasSize(1);
        assertThat(SHIPPED.judge(Considered.changed(Optional.of(before), after), TODAY))
                .isEmpty();
    }

    @Test
    void aRuleRunsOnlyWhenAFieldThatItReadsChanged() {
        Record before = record("opportunity", "stage", "offer", "name", "a");
        Record after = record("opportunity", "stage", "offer", "name", "b");

        assertThat(SHIPPED.judge(Considered.changed(Optional.of(before), after), TODAY))
                .isEmpty();
        assertThat(SHIPPED.judge(Considered.changed(Optional.empty(), after), TODAY))
                .hasSize(1);
    }

    @Test
    void observeIsRecordedAndWarnIsShownAndOnlyEnforceApplies(@TempDir Path home) throws IOException {
        Rules rules = rules(
                home,
                rule("a", "observe", "product", "unit", "record.name == 'x'"),
                rule("b", "warn", "product", "unit", "record.name == 'x'"),
                rule("c", "enforce", "product", "unit", "record.name == 'x'"));

        List<Firing> firings = rules.judge(Considered.changed(Optional.empty(), record("product", "name", "x")), TODAY);

        assertThat(firings).extracting(firing -> firing.rule().mode().isShown()).containsExactly(false, true, true);
        assertThat(firings).extracting(Firing::applies).containsExactly(false, false, true);
    }

    @Test
    void aRuleThatCannotBeJudgedHoldsWhenEnforcedAndIsToldOtherwise(@TempDir Path home) throws IOException {
        String fault = "has(record.expected) && record.expected.over('1 USD')";
        Rules rules = rules(
                home,
                rule("a", "enforce", "opportunity", "stage", fault),
                rule("b", "observe", "opportunity", "stage", fault));
        Record yuan = record("opportunity", "stage", "offer", "expected", Money.of("5", "CNY"));

        List<Firing> firings = rules.judge(Considered.changed(Optional.empty(), yuan), TODAY);

        assertThat(firings).allSatisfy(firing -> {
            assertThat(firing.faulty()).isTrue();
            assertThat(firing.sentence().zh()).contains("币种不同");
        });
        assertThat(firings.get(0).effect()).isInstanceOf(Effect.Hold.class);
        assertThat(firings.get(0).applies()).isTrue();
        assertThat(firings.get(1).effect()).isInstanceOf(Effect.Warn.class);
        assertThat(firings.get(1).applies()).isFalse();
    }

    @Test
    void remindersRingAtNineInTheInstallationsZone() {
        Record receivable = receivable(LocalDate.of(2026, 11, 30));

        assertThat(ring("reminder-salesperson-before-due", receivable, at("2026-11-01T00:00+08:00")))
                .contains(at("2026-11-23T09:00+08:00"));
        assertThat(ring("reminder-salesperson-due", receivable, at("2026-11-01T00:00+08:00")))
                .contains(at("2026-11-30T09:00+08:00"));
        assertThat(ring("reminder-salesperson-overdue", receivable, at("2026-11-01T00:00+08:00")))
                .contains(at("2026-12-03T09:00+08:00"));
        assertThat(SHIPPED.nextClock(
                        rule("reminder-salesperson-due"),
                        receivable,
                        at("2026-11-01T00:00Z"),
                        ZoneId.of("Europe/Berlin")))
                .contains(at("2026-11-30T09:00+01:00"));
    }

    @Test
    void aDayOffMovesTheReminderBeforeTheDueDateForwardAndTheOneAfterItBack() {
        Instant early = at("2026-08-01T00:00+08:00");

        assertThat(ring("reminder-salesperson-before-due", receivable(LocalDate.of(2026, 10, 10)), early))
                .contains(at("2026-09-30T09:00+08:00")); // 3 October
        assertThat(ring("reminder-salesperson-due", receivable(LocalDate.of(2026, 10, 1)), early))
                .contains(at("2026-09-30T09:00+08:00"));
        assertThat(ring("reminder-salesperson-overdue", receivable(LocalDate.of(2026, 9, 30)), early))
                .contains(at("2026-10-08T09:00+08:00")); // 3 October
        assertThat(ring("reminder-salesperson-due", receivable(LocalDate.of(2026, 10, 10)), early))
                .contains(at("2026-10-10T09:00+08:00")); // a Saturday that is worked
    }

    @Test
    void clocksRunAcrossTheEndOfTheYear() {
        assertThat(ring(
                        "reminder-salesperson-before-due",
                        receivable(LocalDate.of(2026, 1, 5)),
                        at("2025-12-01T00:00Z")))
                .contains(at("2025-12-29T09:00+08:00"));
        assertThat(ring(
                        "reminder-salesperson-overdue",
                        receivable(LocalDate.of(2025, 12, 31)),
                        at("2025-12-01T00:00Z")))
                .contains(at("2026-01-04T09:00+08:00")); // 3 January is off, Sunday the 4th is worked
    }

    @Test
    void afterAStopOnlyTheLatestMissedStepRings() {
        Record receivable = receivable(LocalDate.of(2026, 11, 30));

        assertThat(salespersonsRings(receivable, at("2026-12-20T00:00+08:00")))
                .containsExactly("reminder-salesperson-overdue");
        assertThat(salespersonsRings(receivable, at("2026-12-01T00:00+08:00")))
                .containsExactly("reminder-salesperson-due", "reminder-salesperson-overdue");
    }

    @Test
    void ofStepsThatRangTogetherOnlyTheLatestFires() {
        Considered considered = Considered.due(
                receivable(LocalDate.of(2026, 11, 30)),
                Set.of("reminder-salesperson-before-due", "reminder-salesperson-due", "reminder-customer-due"));

        List<Firing> firings = SHIPPED.judge(considered, LocalDate.of(2026, 12, 1));

        assertThat(firings)
                .extracting(firing -> firing.rule().id())
                .containsExactly("reminder-salesperson-due", "reminder-customer-due");
        assertThat(firings).extracting(Firing::applies).containsExactly(true, false);
    }

    @Test
    void aReminderDoesNotFireBecauseTheBalanceChanged() {
        Record before = receivable(LocalDate.of(2026, 11, 30));
        Record after = before.with(DICTIONARY.entity("receivable").field("open"), Money.of("1", "CNY"));

        assertThat(SHIPPED.judge(Considered.changed(Optional.of(before), after), LocalDate.of(2026, 12, 20)))
                .isEmpty();
    }

    @Test
    void nothingIsDueForWhatIsPaid() {
        Record paid = receivable(LocalDate.of(2026, 11, 30))
                .with(DICTIONARY.entity("receivable").field("open"), Money.of("0", "CNY"));

        assertThat(SHIPPED.judge(Considered.due(paid, Set.of("reminder-salesperson-due")), TODAY))
                .isEmpty();
    }

    @Test
    void aReceivableWithoutADueDateHasNoClock() {
        assertThat(SHIPPED.clocks(record("receivable", "number", "1"), at("2026-11-01T00:00Z"), SHANGHAI))
                .isEmpty();
    }

    @Test
    void workingDaysBeforeADateAreCountedByTheCalendar(@TempDir Path home) throws IOException {
        Rules rules = rules(home, """
                - id: a
                  title: {zh: 试, en: Test}
                  of: receivable
                  when: has(record.open)
                  then: {warn: {zh: 试, en: Test}}
                  mode: warn
                  owner: finance
                  clock: {field: due, offset: -3wd, at: "08:30"}
                  examples: [{given: {}, expect: nothing}]
                """);

        assertThat(rules.nextClock(
                        rules.find("a").orElseThrow(),
                        receivable(LocalDate.of(2026, 10, 10)),
                        at("2026-09-01T00:00Z"),
                        SHANGHAI))
                .contains(at("2026-09-30T08:30+08:00"));
    }

    private static Rule rule(String id) {
        return SHIPPED.find(id).orElseThrow();
    }

    private static Optional<Instant> ring(String rule, Record record, Instant now) {
        return SHIPPED.nextClock(rule(rule), record, now, SHANGHAI);
    }

    private static List<String> salespersonsRings(Record record, Instant now) {
        return SHIPPED.clocks(record, now, SHANGHAI).stream()
                .map(Ring::rule)
                .filter(rule -> rule.contains("salesperson"))
                .toList();
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    private static Record receivable(LocalDate due) {
        return record("receivable", "number", "YS-1", "due", due, "open", Money.of("100", "CNY"));
    }

    private static Record record(String entity, Object... values) {
        EntityType type = DICTIONARY.entity(entity);
        Record record = Record.empty(type);
        for (int i = 0; i < values.length; i += 2) {
            record = record.with(type.field((String) values[i]), values[i + 1]);
        }
        return record;
    }

    private static String rule(String id, String mode, String of, String field, String when) {
        return """
                - id: %s
                  title: {zh: 试, en: Test}
                  of: %s
                  when: "%s"
                  then: {hold: %s}
                  mode: %s
                  owner: it
                  examples: [{given: {name: y}, expect: nothing}]
                """.formatted(id, of, when, field, mode);
    }

    private static Rules rules(Path home, String... rules) throws IOException {
        Path folder = Files.createDirectories(home.resolve("config/rules"));
        Files.writeString(folder.resolve("test.rules.yaml"), String.join("\n", rules));
        return compile(home);
    }

    private static Rules compile(Path home) {
        Violations violations = new Violations();
        Definitions definitions = Definitions.load(home, Installation.kinds(), violations);
        WorkCalendar calendar = new WorkCalendar(List.of());
        Rules rules = RulesCompiler.compile(
                definitions,
                DICTIONARY,
                new Expressions(DICTIONARY, calendar),
                calendar,
                TemplatesCompiler.compile(definitions, new Letterhead("zh", Optional.of(Text.same("合远"))), violations),
                violations);
        violations.throwIfAny();
        return rules;
    }
}
