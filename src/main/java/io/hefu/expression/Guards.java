package io.hefu.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import io.hefu.definition.Text;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.FieldType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Asks for {@code has()} around fields that a record need not have. Understands {@code has(x) && …}, {@code !has(x) || …},
 * negation, conditions, and predicates over lists; it follows what must be true where an expression is evaluated.
 */
final class Guards {
    private final CelAbstractSyntaxTree tree;
    private final Findings findings;

    private Guards(CelAbstractSyntaxTree tree, Findings findings) {
        this.tree = tree;
        this.findings = findings;
    }

    /** What is known to be there once an expression turned out true, or false. */
    private record Known(Set<String> whenTrue, Set<String> whenFalse) {
        static final Known NOTHING = new Known(Set.of(), Set.of());
    }

    static void check(CelAbstractSyntaxTree tree, Findings findings) {
        if (findings.source().scope() instanceof Scope.OverRecord) {
            new Guards(tree, findings).visit(tree.getExpr(), Set.of());
        }
    }

    private Known visit(CelExpr expression, Set<String> present) {
        return switch (expression.getKind()) {
            case SELECT -> select(expression, present);
            case CALL -> call(expression, present);
            case COMPREHENSION -> fold(expression.comprehension(), present);
            default -> children(expression, present);
        };
    }

    private Known select(CelExpr expression, Set<String> present) {
        visit(expression.select().operand(), present);
        Optional<String> path = path(expression);
        if (expression.select().testOnly()) {
            return new Known(path.map(Set::of).orElse(Set.of()), Set.of());
        }
        FieldOf.find(tree, findings.source().dictionary(), expression)
                .filter(field -> mayBeMissing(field, expression.select().operand()))
                .filter(field -> path.isEmpty() || !present.contains(path.get()))
                .ifPresent(field -> report(expression, field));
        return Known.NOTHING;
    }

    private Known call(CelExpr expression, Set<String> present) {
        List<CelExpr> arguments = expression.call().args();
        switch (expression.call().function()) {
            case "_&&_" -> {
                Known left = visit(arguments.get(0), present);
                Known right = visit(arguments.get(1), union(present, left.whenTrue()));
                return new Known(
                        union(left.whenTrue(), right.whenTrue()), intersection(left.whenFalse(), right.whenFalse()));
            }
            case "_||_" -> {
                Known left = visit(arguments.get(0), present);
                Known right = visit(arguments.get(1), union(present, left.whenFalse()));
                return new Known(
                        intersection(left.whenTrue(), right.whenTrue()), union(left.whenFalse(), right.whenFalse()));
            }
            case "!_" -> {
                Known negated = visit(arguments.get(0), present);
                return new Known(negated.whenFalse(), negated.whenTrue());
            }
            case "_?_:_" -> {
                Known condition = visit(arguments.get(0), present);
                visit(arguments.get(1), union(present, condition.whenTrue()));
                visit(arguments.get(2), union(present, condition.whenFalse()));
                return Known.NOTHING;
            }
            default -> {
                return children(expression, present);
            }
        }
    }

    private Known fold(CelExpr.CelComprehension fold, Set<String> present) {
        visit(fold.iterRange(), present);
        visit(fold.accuInit(), present);
        // an inner name hides an outer one, and with it what was known of that
        Set<String> inside = new HashSet<>(present);
        inside.removeIf(path -> path.startsWith(fold.iterVar() + "."));
        visit(fold.loopCondition(), inside);
        visit(fold.loopStep(), inside);
        visit(fold.result(), present);
        return Known.NOTHING;
    }

    private Known children(CelExpr expression, Set<String> present) {
        Trees.children(expression).forEach(child -> visit(child, present));
        return Known.NOTHING;
    }

    private static boolean mayBeMissing(FieldType field, CelExpr operand) {
        boolean list = field.type() instanceof DataType.ListOf;
        boolean former = Trees.isIdentifier(operand, Names.BEFORE);
        return !list && (former || !field.required()) && !Trees.isIdentifier(operand, Names.SUMMED);
    }

    /** A name for what is selected, the same whenever it is written the same; empty when that cannot be told. */
    private static Optional<String> path(CelExpr expression) {
        if (expression.getKind() == Kind.IDENT) {
            return Optional.of(expression.ident().name());
        }
        if (expression.getKind() == Kind.SELECT) {
            return path(expression.select().operand())
                    .map(of -> of + "." + expression.select().field());
        }
        if (expression.getKind() == Kind.CALL && expression.call().function().equals(OperatorOverloads.INDEX)) {
            CelExpr at = expression.call().args().get(1);
            return at.getKind() == Kind.CONSTANT
                    ? path(expression.call().args().get(0)).map(of -> of + "[" + at.constant() + "]")
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private void report(CelExpr expression, FieldType field) {
        String written = path(expression).orElse("…." + field.name());
        boolean former = written.startsWith(Names.BEFORE + ".");
        findings.add(
                findings.at(tree, expression),
                Text.of(
                        former ? "新记录没有之前的状态，“%s”（%s）可能没有值" : "字段“%s”（%s）不是必填，可能没有值",
                        former
                                ? "a new record has no former state, so “%s” (%s) may have no value"
                                : "the field “%s” (%s) is not required and may have no value",
                        field.title(),
                        written),
                Text.NONE,
                Text.of(
                        "先判断有没有值：has(%1$s) && …，或 !has(%1$s) || …",
                        "ask first whether it has one: has(%1$s) && …, or !has(%1$s) || …", written));
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        Set<String> both = new HashSet<>(a);
        both.addAll(b);
        return both;
    }

    private static Set<String> intersection(Set<String> a, Set<String> b) {
        Set<String> common = new HashSet<>(a);
        common.retainAll(b);
        return common;
    }
}
