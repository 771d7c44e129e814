package io.hefu.mapping;

/** Reads one canonical field out of a record's cells. Never throws for what they hold. */
interface FieldReader {
    /**
     * @return the value, {@code Record.Nothing.NULL} for "the source said: nothing", Java null for absent, or a
     *     {@link Refusal}
     */
    Object read(Cells cells, RowFaults faults);
}
