package io.hefu.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import io.hefu.definition.Text;
import io.hefu.dictionary.DataType;

/** Whether an expression gives what it must. */
final class ResultTypes {
    private ResultTypes() {}

    static void check(CelAbstractSyntaxTree tree, Result result, Findings findings) {
        if (!(result instanceof Result.Of of)) {
            return;
        }
        CelType given = tree.getResultType();
        CelType wanted = TypeNames.of(of.type());
        boolean fits = wanted.isAssignableFrom(given)
                || given.equals(SimpleType.DYN)
                || given.equals(SimpleType.NULL_TYPE)
                || (wanted.equals(TypeNames.DECIMAL) && given.equals(SimpleType.INT));
        if (!fits) {
            Text type = TypeNames.words(wanted.name());
            findings.add(
                    findings.source().position(),
                    Text.of(
                            "表达式给出的是%s，此处需要%s",
                            "the expression gives %s where %s is needed", TypeNames.words(given.name()), type),
                    type,
                    of.type() == DataType.Scalar.FLAG
                            ? Text.of(
                                    "写成一个比较，例如 record.stage == 'offer'",
                                    "write a comparison, such as record.stage == 'offer'")
                            : Text.of(
                                    "转换结果的类型，例如 text(…)、decimal(…)、date(…)",
                                    "convert the result, with text(…), decimal(…) or date(…)"));
        }
    }
}
