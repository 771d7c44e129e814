package io.hefu.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.dictionary.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether the amounts, dates, numbers and field names that stand in quotes are what they must be. */
final class Literals {
    private static final Map<String, Consumer<Object>> READERS = Map.of(
            "money", Values::money,
            "over", Values::money,
            "under", Values::money,
            "atLeast", Values::money,
            "atMost", Values::money,
            "date", Values::date,
            "time", Values::time,
            "decimal", Values::decimal);

    private final CelAbstractSyntaxTree tree;
    private final Findings findings;

    private Literals(CelAbstractSyntaxTree tree, Findings findings) {
        this.tree = tree;
        this.findings = findings;
    }

    static void check(CelAbstractSyntaxTree tree, Findings findings) {
        Trees.forEach(tree.getExpr(), new Literals(tree, findings)::visit);
    }

    private void visit(CelExpr expression) {
        if (expression.getKind() != Kind.CALL) {
            return;
        }
        CelExpr.CelCall call = expression.call();
        if (call.function().equals("changed")) {
            checkField(call.args().get(1));
        } else if (call.args().size() == 1) {
            Optional.ofNullable(READERS.get(call.function()))
                    .ifPresent(reader ->
                            Trees.constantText(call.args().get(0)).ifPresent(text -> read(reader, text, expression)));
        }
    }

    private void read(Consumer<Object> reader, String text, CelExpr expression) {
        try {
            reader.accept(text);
        } catch (ExpressionFault wrong) {
            findings.add(
                    findings.at(tree, expression),
                    wrong.reason(),
                    Text.NONE,
                    Text.of("改正引号中的值", "correct the value in quotes"));
        }
    }

    private void checkField(CelExpr argument) {
        if (!(findings.source().scope() instanceof Scope.OverRecord over)) {
            return;
        }
        List<String> known =
                over.entity().fields().stream().map(FieldType::name).toList();
        String field = Trees.constantText(argument).orElse("");
        if (!known.contains(field)) {
            findings.add(
                    findings.at(tree, argument),
                    Text.of(
                            "changed(…) 需要%s的一个字段名（用引号括起），而不是“%s”",
                            "changed(…) needs the name of a field of %s in quotes, not “%s”",
                            over.entity().title(),
                            field),
                    Text.same(String.join(", ", known)),
                    Spelling.didYouMean(field, known, Text.of("写成 changed('字段名')", "write changed('field')")));
        }
    }
}
