package io.hefu.cli;

import io.hefu.definition.Text;
import io.hefu.matching.Evaluation;
import io.hefu.matching.Matches;
import io.hefu.matching.Members;
import java.util.Locale;
import java.util.Optional;

/** What was found, in a few lines: both bands, and how right it is where the truth is known. */
final class MatchSummary {
    private final Matches matches;
    private final Optional<String[]> truth;
    private final boolean between;

    MatchSummary(Matches matches, Optional<String[]> truth, boolean between) {
        this.matches = matches;
        this.truth = truth;
        this.between = between;
    }

    Table table() {
        Table table = new Table().left("figure", Text.of("项目", "figure")).right("value", Text.of("数值", "value"));
        Members members = Members.of(matches);
        count(table, Text.of("行", "rows"), matches.rows().size());
        count(table, Text.of("已打分的对", "pairs scored"), matches.scored());
        count(
                table,
                Text.of("自动：可直接关联的对", "automatic: pairs linked by themselves"),
                matches.automatic().size());
        count(table, Text.of("自动：同一对象的组", "automatic: clusters of more than one row"), members.count());
        count(table, Text.of("自动：组内的行", "automatic: rows in them"), members.rows());
        if (between) {
            count(table, Text.of("自动：跨两个文件的对", "automatic: pairs between the two files"), acrossFiles());
        }
        count(
                table,
                Text.of("待审：须人判断的对", "review: pairs for a person"),
                matches.review().size());
        count(
                table,
                Text.of("否决：像而不可能相同的对", "veto: alike, but two things"),
                matches.vetoed().size());
        truth.ifPresent(known -> {
            score(table, Text.of("聚类前", "before clustering"), Evaluation.ofLinks(matches, known));
            score(table, Text.of("聚类后", "after clustering"), Evaluation.ofClusters(matches, known));
        });
        return table;
    }

    private long acrossFiles() {
        long[] across = {0};
        Members.of(matches).forEachPair((a, b, bits) -> {
            across[0] += matches.rows().source(a) != matches.rows().source(b) ? 1 : 0;
        });
        return across[0];
    }

    private static void count(Table table, Text what, long count) {
        table.row(what, count);
    }

    private static void score(Table table, Text when, Evaluation evaluation) {
        table.row(Text.of("%s 精确率", "precision %s", when), share(evaluation.precision()));
        table.row(Text.of("%s 召回率", "recall %s", when), share(evaluation.recall()));
        table.row(Text.of("%s F1", "F1 %s", when), share(evaluation.f1()));
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
