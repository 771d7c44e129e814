package io.hefu.expression;

/** A source's row, as far as an expression needs it. */
public interface SourceCells {
    /** Whether this row carries the column at all, be it with the system's null. */
    boolean has(String column);

    /** The cell; Java null for the system's null. Only asked of columns that the row carries. */
    Object cell(String column);
}
