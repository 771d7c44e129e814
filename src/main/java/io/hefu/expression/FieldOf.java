package io.hefu.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.FieldType;
import java.util.Optional;

/** Which field of the dictionary an expression is. */
final class FieldOf {
    private FieldOf() {}

    static Optional<FieldType> find(CelAbstractSyntaxTree typed, Dictionary dictionary, CelExpr expression) {
        if (expression.getKind() != CelExpr.ExprKind.Kind.SELECT) {
            return Optional.empty();
        }
        return typed.getType(expression.select().operand().id())
                .flatMap(TypeNames::entityOf)
                .flatMap(dictionary::find)
                .flatMap(entity -> entity.find(expression.select().field()));
    }
}
