package io.hefu.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.hefu.definition.Violations;
import io.hefu.matching.cluster.Decisions;
import io.hefu.matching.model.ModelFile;
import io.hefu.matching.sample.Firms;
import io.hefu.matching.sample.Sample;
import io.hefu.matching.table.RowFinder;
import io.hefu.matching.table.Rows;
import io.hefu.matching.table.RowsBuilder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The story of one customer in four systems, told by the weights that decided it. */
class ExplanationTest {
    private static final List<List<String>> TOLD = List.of(
            List.of("深圳市蓝海电子股份有限公司", "914403001922038216", "0755-26001234", "", "深圳市南山区科技园南路12号", ""),
            List.of("深圳藍海電子", "", "+86 755 26001234", "wang@lanhai.example", "", "王芳"),
            List.of("蓝海电子（深圳）有限公司", "", "", "info@lanhai.example", "科技园南路12号", ""),
            List.of("深圳市蓝海电子股份有限公司", "91440300708461136T", "0755-26001234", "", "", ""),
            List.of("深圳市蓝海电子股份有限公司广州分公司", "", "0755-26001234", "", "", ""),
            List.of("蓝海", "", "", "", "", ""));

    private static Rows rows;
    private static Matches matches;

    @BeforeAll
    static void match() {
        Sample firms = Sample.firms(4711, 5_000, 0);
        RowsBuilder builder = new RowsBuilder(Firms.FIELDS);
        for (int i = 0; i < firms.size(); i++) {
            builder.add(firms.id(i), 0, firms.values(i));
        }
        for (int i = 0; i < TOLD.size(); i++) {
            builder.add("told-" + i, 0, TOLD.get(i));
        }
        rows = builder.build();
        matches = Matching.run(rows, Optional.empty(), Decisions.NONE, Progress.NONE);
    }

    @Test
    void theSpellingsOfErpCrmAndMailboxAreLinked() {
        assertThat(matches.together(row(0), row(1))).isTrue();
        assertThat(explain(0, 1).band()).isEqualTo(Band.AUTOMATIC);
    }

    @Test
    void twoValidCreditCodesAreAVetoWhateverElseAgrees() {
        Explanation why = explain(0, 3);
        assertThat(why.band()).isEqualTo(Band.VETO);
        assertThat(matches.together(row(0), row(3))).isFalse();
        assertThat(why.told().zh()).contains("tax_number：不同，否决");
        assertThat(why.told().en()).contains("tax_number: different, a veto");
    }

    @Test
    void aBranchIsAThingOfItsOwn() {
        assertThat(explain(0, 4).band()).isEqualTo(Band.VETO);
        assertThat(matches.together(row(0), row(4))).isFalse();
    }

    @Test
    void aBrandAloneLinksNothing() {
        for (int other = 0; other < TOLD.size() - 1; other++) {
            assertThat(explain(5, other).band()).isNotEqualTo(Band.AUTOMATIC);
        }
        assertThat(matches.together(row(5), row(0))).isFalse();
    }

    @Test
    void notComparedIsNotDifferent() {
        Explanation.Line tax = line(explain(0, 1), "tax_number");
        assertThat(tax.level().zh()).startsWith("未比较");
        assertThat(tax.bits()).isZero();
    }

    @Test
    void theLinesAddUpToTheScore() {
        for (int[] pair : new int[][] {{0, 1}, {0, 2}, {1, 2}, {0, 3}, {0, 4}, {0, 5}}) {
            Explanation why = explain(pair[0], pair[1]);
            double sum =
                    why.lines().stream().mapToDouble(Explanation.Line::bits).sum();
            // lines below a twentieth of a bit are left out
            assertThat(sum).isCloseTo(why.bits(), within(0.3));
        }
    }

    @Test
    void theModelIsTheSameWhenItIsReadAgain() {
        Violations violations = new Violations();
        byte[] written = ModelFile.write(matches.model()).getBytes(StandardCharsets.UTF_8);
        var read = ModelFile.read("model.yaml", written, violations);
        assertThat(violations.all()).isEmpty();
        assertThat(read.orElseThrow()).usingRecursiveComparison().isEqualTo(matches.model());
    }

    @Test
    void aModelWithAKeyThatIsUnknownIsRefusedWithItsLine() {
        Violations violations = new Violations();
        assertThat(ModelFile.read("model.yaml", "model: 1\npriro: 0.1\n".getBytes(StandardCharsets.UTF_8), violations))
                .isEmpty();
        assertThat(new ArrayList<>(violations.all())).isNotEmpty();
    }

    private static Explanation.Line line(Explanation why, String field) {
        return why.lines().stream()
                .filter(line -> line.what().en().equals(field))
                .findFirst()
                .orElseThrow();
    }

    private static Explanation explain(int a, int b) {
        return matches.explainer().explain(row(a), row(b));
    }

    private static int row(int told) {
        return RowFinder.of(rows).find("told-" + told).orElseThrow();
    }
}
