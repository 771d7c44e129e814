package io.hefu.expression;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.definition.Position;
import io.hefu.definition.Violation;
import io.hefu.definition.Violations;
import io.hefu.dictionary.DataType;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of expressions that are wrong. */
class ExpressionViolationsTest {
    private static final Expressions EXPRESSIONS =
            new Expressions(TradeDictionary.DICTIONARY, new WorkCalendar(List.of()));
    private static final Position POSITION = new Position("config/rules/a.rules.yaml", 7, "[0].when");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "record.stagee == 'offer'              | opportunity has no field stagee | allowed: number, customer | did you mean stage?",
                "record.documents.exists(d, d.knd == 'x') | document has no field knd | sha256, name, kind | did you mean kind?",
                "record.documents.filter(d, d.size > 1).exists(d, d.knd == 'x') | document has no field knd | sha256 | did you mean kind?",
                "sum(record.documents, 'sizee') > 1    | document has no field sizee | sha256 | did you mean size?",
                "record.stage == 'ofer'                | the code list sales-stage (sales-stage) has no code “ofer” | first-contact, need-confirmed, offer | did you mean offer?",
                "'won' != record.stage                 | has no code “won” | first-contact | choose one of the allowed codes",
                "record.stage in ['offer', 'sined']    | has no code “sined” | signed | did you mean signed?",
                "changed('stge')                       | changed(…) needs the name of a field of opportunity in quotes, not “stge” | stage | did you mean stage?",
                "has(record.expected) && record.expected > 50000 | “>” cannot be used on money and whole number | | .over('50000 CNY')",
                "has(record.expected) && record.expected == 50000 | “==” cannot be used on money and whole number | | == money('50000 CNY')",
                "has(record.expected) && record.expected.over(5) | “over” cannot be used on money and whole number | | .over('50000 CNY')",
                "has(record.expected) && record.expected.over('5') | “5” is no amount of money, which is written as “50000 CNY” | | correct the value in quotes",
                "has(record.expectedClose) && record.expectedClose < '2026-01-01' | “<” cannot be used on date and text | | write date('2026-01-31')",
                "has(record.expectedClose) && record.expectedClose < date('2026-02-30') | “2026-02-30” is no date | | correct the value in quotes",
                "record.expected.over('1 CNY')         | the field “expected” (record.expected) is not required and may have no value | | has(record.expected) && …",
                "record.documents.exists(d, d.kind == 'offer') | (d.kind) is not required | | has(d.kind) && …",
                "before.stage == 'offer'               | a new record has no former state, so “stage” (before.stage) may have no value | | has(before.stage) && …",
                "record.stage                          | the expression gives text where yes/no is needed | yes/no | write a comparison",
                "record.stage == offer                 | “offer” is not known here | the variables record, before, today | put a text in quotes: 'offer'",
                "record.number.matches('(a+)+$')       | “matches” is not known here | | use contains, startsWith or endsWith",
                "record.stage = 'offer'                | the expression is not well-formed at character 14 | | compare with ==",
                "(record.number == 'x'                 | the expression is not well-formed | | check brackets, quotes and operators",
                "record.number == 5                    | “==” cannot be used on text and whole number | | put quotes around a text",
                "record.customer == 'K1'               | “==” cannot be used on reference to customer and text | | ",
                "decimal('0.1') == 0.1                 | “==” cannot be used on decimal and number with a point | | write decimal('0.13')",
                "decimal('abc') > 1                    | “abc” is no number | | correct the value in quotes",
                "sum(record.documents, record.number) > 1 | the second argument of sum must be a field's name in quotes | | write sum(record.lines, 'gross')",
                "daysBetween(today, 'x') > 1           | “daysBetween” cannot be used on date and text | | write date('2026-01-31')"
            })
    void aWrongExpressionSaysWhatIsAllowedAndWhatToTry(String text, String what, String allowed, String attempt) {
        List<Violation> violations = violationsOf(text);

        assertThat(violations).as(text).hasSize(1);
        String line = violations.get(0).in(Locale.ENGLISH);
        assertThat(line).startsWith("config/rules/a.rules.yaml:7 [0].when: ").contains(what);
        assertThat(line).contains(allowed == null ? "" : allowed).contains(attempt == null ? "" : attempt);
        assertThat(violations.get(0).in(Locale.CHINESE)).matches("(?s).*\\p{IsHan}.*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "has(record.expected) && record.expected.over('1 CNY')",
                "!has(record.expected) || record.expected.over('1 CNY')",
                "has(record.expected) ? record.expected.over('1 CNY') : true",
                "!has(record.expected) ? true : record.expected.over('1 CNY')",
                "!(has(record.expected) && record.number == 'x') || record.expected.over('1 CNY')",
                "has(record.expected) && has(record.owner) && (record.number == 'x' || record.expected.over('1 CNY'))",
                "(has(record.expected) && record.number == 'x' || has(record.expected)) && record.expected.over('1 CNY')",
                "record.documents.all(d, !has(d.kind) || d.kind != 'offer')",
                "record.documents.filter(d, has(d.kind) && d.kind == 'offer').size() > 1",
                "has(record.expectedClose) && record.documents.exists(d, record.expectedClose < today)",
                "record.documents.size() > 0 && has(record.documents[0].kind) && record.documents[0].kind == 'offer'",
                "has(before.stage) && before.stage != record.stage",
                "before.documents.size() < record.documents.size()"
            })
    void guardedFieldsNeedNothingMore(String text) {
        assertThat(violationsOf(text)).as(text).isEmpty();
    }

    @Test
    void aGuardOnAnotherFieldDoesNotCount() {
        assertThat(violationsOf("has(record.owner) || record.expected.over('1 CNY')"))
                .hasSize(1);
        assertThat(violationsOf("has(record.expected) || record.expected.over('1 CNY')"))
                .hasSize(1);
    }

    @Test
    void allFaultsOfOneExpressionAreToldAtOnce() {
        assertThat(violationsOf("record.stage == 'ofer' && record.stage != 'lst' && record.expected.isZero()"))
                .hasSize(3);
    }

    @Test
    void aFaultInATextOfSeveralLinesNamesItsOwnLine() {
        assertThat(violationsOf("record.stage == 'offer'\n&& record.stage != 'lst'\n"))
                .extracting(Violation::position)
                .containsExactly(new Position("config/rules/a.rules.yaml", 9, "[0].when"));
    }

    @Test
    void aConversionThatGivesAnotherTypeIsRefused() {
        Violations violations = new Violations();
        EXPRESSIONS.compile(
                "value",
                POSITION,
                new Scope.OverValue(java.util.Optional.of(DataType.Scalar.TEXT)),
                new Result.Of(DataType.Scalar.DATE),
                violations);

        assertThat(violations.all().get(0).in(Locale.ENGLISH))
                .contains("the expression gives text where date is needed");
    }

    @Test
    void aCodeThatIsGivenIsChecked() {
        Violations violations = new Violations();
        EXPRESSIONS.compile(
                "row.x == 1 ? 'offer' : 'ofer'",
                POSITION,
                new Scope.OverRow(),
                new Result.Of(new DataType.Code("sales-stage")),
                violations);

        assertThat(violations.all()).hasSize(1);
        assertThat(violations.all().get(0).in(Locale.ENGLISH)).contains("has no code “ofer”");
    }

    @Test
    void aTextTooLongIsRefused() {
        assertThat(violationsOf("record.number == '" + "x".repeat(5_000) + "'")).hasSize(1);
    }

    private static List<Violation> violationsOf(String text) {
        Violations violations = new Violations();
        EXPRESSIONS.compile(
                text, POSITION, new Scope.OverRecord(TradeDictionary.entity("opportunity")), Result.FLAG, violations);
        return violations.all();
    }
}
