package io.hefu.store;

import java.sql.SQLException;

/** How one database takes rows in bulk; it sends nothing before it is told to, so that tables keep their order. */
interface PieceWriter {

    void collect(Object[] values);

    /** Whether enough is collected for one piece. */
    boolean full();

    /** Sends what is collected. */
    void send() throws SQLException;
}
