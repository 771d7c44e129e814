package io.hefu.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelExpr;
import dev.cel.parser.CelMacro;
import dev.cel.parser.CelMacroExprFactory;
import java.util.List;
import java.util.Optional;

/** Short forms that stand for longer expressions, so that the checker sees through them. */
final class Macros {
    private Macros() {}

    static List<CelMacro> all() {
        return List.of(
                CelMacro.newGlobalMacro("changed", 1, Macros::changed), CelMacro.newGlobalMacro("sum", 2, Macros::sum));
    }

    /** {@code changed('stage')} looks into what is known of this evaluation. */
    private static Optional<CelExpr> changed(
            CelMacroExprFactory make, CelExpr target, ImmutableList<CelExpr> arguments) {
        return Optional.of(make.newGlobalCall("changed", make.newIdentifier(Names.CHANGES), arguments.get(0)));
    }

    /** {@code sum(list, 'field')} is {@code sum(list.map(e, e.field))}: so a field that is no amount is found at check. */
    private static Optional<CelExpr> sum(CelMacroExprFactory make, CelExpr target, ImmutableList<CelExpr> arguments) {
        Optional<String> field = Trees.constantText(arguments.get(1));
        if (field.isEmpty()) {
            return Optional.of(make.reportError("sum(list, 'field') needs the name of a field in quotes"));
        }
        String sum = make.getAccumulatorVarName();
        CelExpr value = make.newSelect(make.newIdentifier(Names.SUMMED), field.get(), false);
        CelExpr values = make.fold(
                Names.SUMMED,
                arguments.get(0),
                sum,
                make.newList(),
                make.newBoolLiteral(true),
                make.newGlobalCall("_+_", make.newIdentifier(sum), make.newList(value)),
                make.newIdentifier(sum));
        return Optional.of(make.newGlobalCall("sum", values));
    }
}
