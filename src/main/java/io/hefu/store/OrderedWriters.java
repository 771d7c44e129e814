package io.hefu.store;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The bulk writers of one transaction. When one has a piece together, those asked for before it send first: rows of a
 * table that others refer to arrive before the rows that refer to it.
 */
final class OrderedWriters {

    private final List<Writer> writers = new ArrayList<>();

    BulkWriter add(PieceWriter pieces, int width, Failures failures) {
        Writer writer = new Writer(pieces, width, writers.size(), failures);
        writers.add(writer);
        return writer;
    }

    void sendAll() throws SQLException {
        sendUpTo(writers.size() - 1);
    }

    private void sendUpTo(int last) throws SQLException {
        for (int i = 0; i <= last; i++) {
            writers.get(i).pieces.send();
        }
    }

    /** Where a transaction notes that it cannot be committed any more. */
    interface Failures {
        SQLException noted(SQLException failure);
    }

    private final class Writer implements BulkWriter {

        private final PieceWriter pieces;
        private final int width;
        private final int place;
        private final Failures failures;
        private long added;

        Writer(PieceWriter pieces, int width, int place, Failures failures) {
            this.pieces = pieces;
            this.width = width;
            this.place = place;
            this.failures = failures;
        }

        @Override
        public void add(Object... values) throws SQLException {
            if (values.length != width) {
                throw new IllegalArgumentException("A row has " + width + " values, not " + values.length);
            }
            pieces.collect(values);
            added++;
            if (pieces.full()) {
                flush();
            }
        }

        @Override
        public void flush() throws SQLException {
            try {
                sendUpTo(place);
            } catch (SQLException e) {
                throw failures.noted(e);
            }
        }

        @Override
        public long added() {
            return added;
        }
    }
}
