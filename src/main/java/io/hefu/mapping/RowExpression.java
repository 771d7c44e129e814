package io.hefu.mapping;

/** An expression over a source's row. Never throws for what the row holds. */
interface RowExpression {
    /** @return what it gives, Java null for nothing, or a {@link Refusal} */
    Object over(Cells cells);
}
