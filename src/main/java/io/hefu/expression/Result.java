package io.hefu.expression;

import io.hefu.dictionary.DataType;

/** What an expression must give. */
public sealed interface Result {
    Result FLAG = new Of(DataType.Scalar.FLAG);
    Result ANYTHING = new Anything();

    /** Any value at all: whoever asked looks at it. */
    record Anything() implements Result {}

    /** A value of this type; a whole number also counts as a decimal. */
    record Of(DataType type) implements Result {}
}
