package io.hefu.adapters.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What changed, oldest first. Rows are taken by pages of many batches, each of one statement that goes on after the last
 * (changed, key), so that rows changed at the same instant are neither lost nor endless. The first reading of all begins
 * with the rows that never say when they changed.
 */
final class ChangesReading extends TableReading {
    private final ChangesQuery query;
    private final Optional<Watermark> from;
    private final UnaryOperator<Watermark> capped;
    private final int[] changedPlaces;
    private Cursor cursor;
    private boolean unsaid;
    private int inPage;
    private Watermark last;
    private Object lastKey;

    ChangesReading(
            java.sql.Connection connection,
            JdbcFaults faults,
            Selection selection,
            ChangesQuery query,
            Optional<Watermark> from,
            UnaryOperator<Watermark> capped,
            int batchSize)
            throws SQLException {
        super(connection, faults, selection, query.key().name(), batchSize);
        this.query = query;
        this.from = from;
        this.capped = capped;
        this.changedPlaces = query.changed().stream()
                .mapToInt(column -> selection.place(column.name()))
                .toArray();
        this.unsaid = from.isEmpty();
        this.cursor = unsaid
                ? new Cursor(connection, query.unsaid(), List.of())
                : query.page(connection, query.start(from.get()), Optional.empty());
    }

    @Override
    protected Object[] nextRow() throws SQLException {
        Object[] cells = cursor.next(selection);
        while (cells == null && turnPage()) {
            cells = cursor.next(selection);
        }
        if (cells != null && !unsaid) {
            inPage++;
            last = changedOf(cells);
            lastKey = cells[keyPlace];
        }
        return cells;
    }

    private boolean turnPage() throws SQLException {
        boolean first = unsaid;
        if (!first && inPage < query.pageRows()) {
            return false;
        }
        if (!first && last == null) {
            throw faults().notAWatermark(selection.table().resource(), query.changedName());
        }
        cursor.close();
        cursor = first
                ? query.page(connection(), Optional.empty(), Optional.empty())
                : query.page(connection(), Optional.of(last), Optional.of(lastKey));
        unsaid = false;
        inPage = 0;
        return true;
    }

    /** “Infinity” or a zero date moves no position: its row is given on, the next ones count. */
    private Watermark changedOf(Object[] cells) {
        Watermark greatest = null;
        for (int place : changedPlaces) {
            if (cells[place] != null && cells[place].getClass() == query.type()) {
                Watermark mark = Watermark.of(cells[place]);
                greatest = greatest == null || mark.compareTo(greatest) > 0 ? mark : greatest;
            }
        }
        return greatest == null ? last : greatest;
    }

    /** Never before where this reading began: what the overlap re-reads moves no position back. */
    @Override
    protected String position() {
        if (last == null) {
            return from.map(mark -> new Place(Optional.of(mark.text()), ""))
                    .orElse(Place.BEGINNING)
                    .kept();
        }
        boolean behind = from.isPresent() && from.get().compareTo(last) > 0;
        Watermark reached = capped.apply(behind ? from.get() : last);
        return new Place(Optional.of(reached.text()), behind ? "" : text(lastKey)).kept();
    }

    @Override
    protected void closeCursor() throws SQLException {
        cursor.close();
    }
}
