package io.hefu.systems;

/**
 * A record as the system gave it.
 *
 * @param cells by the shape's order: of the class that {@link ColumnType} names, Java null for the system's null, or
 *     {@link Cell#ABSENT} for a key that this record does not carry. Not to be changed.
 */
@SuppressWarnings("ArrayRecordComponent") // the hot path of a million rows; equality of rows is never asked
public record Row(Shape shape, Object[] cells) {
    /** What a cell holds when it holds nothing of the system's. */
    public enum Cell {
        ABSENT
    }

    /** The cell; {@link Cell#ABSENT} when the shape has no such column or the record does not carry it. */
    public Object cell(String column) {
        int place = shape.place(column);
        return place < 0 ? Cell.ABSENT : cells[place];
    }
}
