package io.hefu.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.dictionary.CodeList;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.FieldType;
import java.util.List;
import java.util.Optional;

/** Whether a text that is compared with a code field, or given as one, is a code of that field's list. */
final class Codes {
    private final CelAbstractSyntaxTree tree;
    private final Findings findings;

    private Codes(CelAbstractSyntaxTree tree, Findings findings) {
        this.tree = tree;
        this.findings = findings;
    }

    static void check(CelAbstractSyntaxTree tree, Result result, Findings findings) {
        Codes codes = new Codes(tree, findings);
        Trees.forEach(tree.getExpr(), codes::visit);
        if (result instanceof Result.Of of && of.type() instanceof DataType.Code code) {
            codes.leaves(tree.getExpr(), code.list());
        }
    }

    private void visit(CelExpr expression) {
        if (expression.getKind() != Kind.CALL || expression.call().args().size() != 2) {
            return;
        }
        CelExpr left = expression.call().args().get(0);
        CelExpr right = expression.call().args().get(1);
        switch (expression.call().function()) {
            case OperatorOverloads.EQUAL, OperatorOverloads.UNEQUAL -> {
                listOf(left).ifPresent(list -> leaves(right, list));
                listOf(right).ifPresent(list -> leaves(left, list));
            }
            case OperatorOverloads.IN -> {
                if (right.getKind() == Kind.LIST) {
                    listOf(left).ifPresent(list -> right.list().elements().forEach(each -> leaves(each, list)));
                }
            }
            default -> {
                // other functions take a code as the text that it is
            }
        }
    }

    private Optional<String> listOf(CelExpr expression) {
        return FieldOf.find(tree, findings.source().dictionary(), expression)
                .map(FieldType::type)
                .filter(DataType.Code.class::isInstance)
                .map(type -> ((DataType.Code) type).list());
    }

    /** The texts that an expression may give: itself, or the branches of a condition. */
    private void leaves(CelExpr expression, String list) {
        if (expression.getKind() == Kind.CALL && expression.call().function().equals("_?_:_")) {
            leaves(expression.call().args().get(1), list);
            leaves(expression.call().args().get(2), list);
        }
        Optional<CodeList> codes = findings.source().dictionary().findCodes(list);
        Trees.constantText(expression)
                .filter(code -> codes.isPresent() && !codes.get().has(code))
                .ifPresent(code -> report(expression, code, codes.get()));
    }

    private void report(CelExpr expression, String code, CodeList codes) {
        List<String> known = List.copyOf(codes.codes().keySet());
        findings.add(
                findings.at(tree, expression),
                Text.of(
                        "代码表 %s（%s）没有代码“%s”",
                        "the code list %s (%s) has no code “%s”", codes.id(), codes.title(), code),
                Text.same(String.join(", ", known)),
                Spelling.didYouMean(code, known, Text.of("从允许的代码中选一个", "choose one of the allowed codes")));
    }
}
