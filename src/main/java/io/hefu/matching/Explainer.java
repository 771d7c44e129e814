package io.hefu.matching;

import io.hefu.definition.Text;
import io.hefu.matching.Explanation.Line;
import io.hefu.matching.compare.Scale;
import io.hefu.matching.model.Agreement;
import io.hefu.matching.model.MatchModel;
import io.hefu.matching.model.Weights;
import io.hefu.matching.table.Column;
import io.hefu.matching.table.Rows;
import io.hefu.matching.table.Trait.Law;
import java.util.ArrayList;
import java.util.List;

/** Tells how a score came about, from the computation that made it. */
public final class Explainer {
    private final Rows rows;
    private final Scorer scorer;

    Explainer(Rows rows, MatchModel model) {
        this(rows, Scorer.of(rows, model));
    }

    Explainer(Rows rows, Scorer scorer) {
        this.rows = rows;
        this.scorer = scorer;
    }

    public Explanation explain(int a, int b) {
        scorer.score(a, b);
        Weights.Parts parts = scorer.parts();
        List<Line> lines = new ArrayList<>();
        for (int column = 0; column < parts.columns().length; column++) {
            add(
                    lines,
                    rows.columns().get(column),
                    Agreement.level(scorer.levels(), column),
                    a,
                    b,
                    parts.columns()[column]);
        }
        addIf(lines, parts.moved(), Text.of("地点各项一并不同，像是搬迁", "all that says where differs at once, as after a move"));
        addIf(
                lines,
                parts.law(),
                Text.of("登记名称完全相同，登记机关不会重复核准", "the registered name is the same; no office gives it twice"));
        addIf(lines, parts.related(), Text.of("也可能只是同一家庭或集团", "they may be only related: a household, a group"));
        addIf(lines, parts.prior(), Text.of("任意两行相同的可能性", "how rarely any two rows are the same"));
        return new Explanation(scorer.band(), parts.total(), List.copyOf(lines));
    }

    private static void add(List<Line> lines, Column column, int level, int a, int b, float bits) {
        boolean silent = !column.has(a) && !column.has(b);
        if (!silent) {
            boolean veto = column.trait().law() == Law.EXCLUDES && level == Scale.DIFFERENT;
            Text title = column.trait().scale().title(level);
            lines.add(new Line(
                    column.trait().title(),
                    column.text(a),
                    column.text(b),
                    veto ? Text.of("%s，否决", "%s, a veto", title) : title,
                    bits));
        }
    }

    private static void addIf(List<Line> lines, float bits, Text what) {
        if (Math.abs(bits) >= 0.05f) {
            lines.add(new Line(what, "", "", Text.NONE, bits));
        }
    }
}
