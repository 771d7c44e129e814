package io.hefu.mapping;

/** One cell and one canonical value, both ways. Never throws for what a cell holds. */
interface Conversion {
    /**
     * @param cell of the classes that ColumnType names; neither Java null nor absent
     * @return the value, {@code Record.Nothing.NULL} when the cell says nothing, or a {@link Refusal}
     */
    Object toOurs(Object cell);

    /**
     * @param value of the class that the field's type names
     * @throws WriteSide.NotSayable when the system has no word for it
     */
    Object toTheirs(Object value);
}
