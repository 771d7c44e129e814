package io.hefu.mapping;

import io.hefu.definition.Position;

/** Which records are taken ({@code only:}). */
record RowFilter(RowExpression expression, Position position) {
    /** A record on which the filter cannot be evaluated is taken, with a fault. */
    boolean lets(Cells cells, RowFaults faults) {
        Object result = expression.over(cells);
        if (result instanceof Refusal refusal) {
            faults.add("only", refusal, position);
        }
        return result != Boolean.FALSE;
    }
}
