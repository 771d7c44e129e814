package io.hefu.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.Set;
import java.util.TreeSet;

/** Which top-level fields or columns an expression looks at. */
final class Reads {
    private Reads() {}

    static Set<String> of(CelAbstractSyntaxTree tree) {
        Set<String> fields = new TreeSet<>();
        Trees.forEach(tree.getExpr(), expression -> collect(expression, fields));
        return fields;
    }

    /** Every name that the expression selects, of whatever: also inside the objects and lists that a column holds. */
    static Set<String> names(CelAbstractSyntaxTree tree) {
        Set<String> names = new TreeSet<>(of(tree));
        Trees.forEach(tree.getExpr(), expression -> {
            if (expression.getKind() == Kind.SELECT) {
                names.add(expression.select().field());
            } else if (expression.getKind() == Kind.CALL
                    && expression.call().function().equals(OperatorOverloads.INDEX)) {
                Trees.constantText(expression.call().args().get(1)).ifPresent(names::add);
            }
        });
        return names;
    }

    static boolean today(CelAbstractSyntaxTree tree) {
        boolean[] found = {false};
        Trees.forEach(tree.getExpr(), expression -> found[0] |= Trees.isIdentifier(expression, Names.TODAY));
        return found[0];
    }

    private static void collect(CelExpr expression, Set<String> fields) {
        if (expression.getKind() == Kind.SELECT && isSubject(expression.select().operand())) {
            fields.add(expression.select().field());
        }
        if (expression.getKind() != Kind.CALL || expression.call().args().size() != 2) {
            return;
        }
        CelExpr.CelCall call = expression.call();
        if (call.function().equals("changed") || (call.function().equals(OperatorOverloads.INDEX) && isRow(call, 0))) {
            Trees.constantText(call.args().get(1)).ifPresent(fields::add);
        } else if (call.function().equals(OperatorOverloads.IN) && isRow(call, 1)) {
            Trees.constantText(call.args().get(0)).ifPresent(fields::add);
        }
    }

    private static boolean isSubject(CelExpr operand) {
        return Trees.isIdentifier(operand, Names.RECORD)
                || Trees.isIdentifier(operand, Names.BEFORE)
                || Trees.isIdentifier(operand, Names.ROW);
    }

    private static boolean isRow(CelExpr.CelCall call, int argument) {
        return Trees.isIdentifier(call.args().get(argument), Names.ROW);
    }
}
