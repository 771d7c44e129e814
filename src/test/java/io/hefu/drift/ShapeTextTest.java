package io.hefu.drift;

import static io.hefu.drift.Watched.deal;
import static io.hefu.drift.Watched.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.mapping.FieldFault;
import io.hefu.systems.ColumnType;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of a source's shape, in its present form and in the first one. */
class ShapeTextTest {
    private static final String FIELDS = "  text: phone\n  lines: {from: rows, each: {number: seq, text: name}}\n";

    @TempDir
    Path folder;

    private static KnownField field(Map<String, KnownField> inside) {
        return new KnownField(ColumnType.TEXT, 3, 4, inside);
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        KnownShape shape = new KnownShape(
                40,
                Map.of(
                        "a", field(Map.of("b", field(Map.of("c.d", field(Map.of()))), "[]", field(Map.of()))),
                        "a.b", field(Map.of())));

        assertThat(ShapeText.read(ShapeText.write(shape))).isEqualTo(shape);
    }

    @Test
    void aNameWithTabsBreaksAndBackslashesDoesNoHarm() {
        KnownShape shape = new KnownShape(1, Map.of("a\tb\nc\\t\\", field(Map.of("\n", field(Map.of())))));

        assertThat(ShapeText.read(ShapeText.write(shape))).isEqualTo(shape);
    }

    @Test
    void anEmptyShapeIsReadAgain() {
        assertThat(ShapeText.read(ShapeText.write(KnownShape.nothing()))).isEqualTo(KnownShape.nothing());
    }

    @Test
    void theFirstFormIsReadAsWhatItMeant() {
        KnownShape shape = ShapeText.read("1200\nTEXT\t1200\tphone\nLIST\t1100\trows");

        assertThat(shape.records()).isEqualTo(1200);
        assertThat(shape.fields().get("phone").isWellKnown()).isTrue();
        assertThat(shape.fields().get("rows").isAlways()).isFalse();
    }

    @Test
    void aNameThatTheFirstFormToreIsLearnedAnew() {
        assertThat(ShapeText.read("5\nTEXT\t5\ta\nb\nTEXT\t5\tc").fields()).containsOnlyKeys("a", "c");
    }

    @Test
    void fromTheFirstFormOnwardsWhatIsInsideIsLearnedAndThenExpected() {
        Watched deals = Watched.deals(folder, FIELDS)
                .restarted("1200\nINTEGER\t1200\tid\nTEXT\t1200\tno\nTEXT\t1200\tphone\nLIST\t1200\trows")
                .saw(20, i -> with(lines(1, "name", "阀门")));

        assertThat(deals.pauses(with(lines(1)))).extracting(FieldFault::source).containsExactly("rows[].name");
    }

    @Test
    void whatTheFirstFormKnewIsExpectedAtOnce() {
        Watched deals =
                Watched.deals(folder, FIELDS).restarted("1200\nINTEGER\t1200\tid\nTEXT\t1200\tno\nTEXT\t1200\tphone");

        assertThat(deals.pauses(deal())).extracting(FieldFault::source).containsExactly("phone");
    }

    private static Map<String, Object> with(Map<String, Object> deal) {
        deal.put("phone", "110");
        return deal;
    }
}
