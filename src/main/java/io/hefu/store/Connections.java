package io.hefu.store;

import java.sql.Connection;
import java.sql.SQLException;

/** Gives out connections in the way that suits the database; every begin is followed by exactly one end. */
interface Connections extends AutoCloseable {

    /** A connection with a write transaction open. */
    Connection beginWrite() throws SQLException;

    void commit(Connection connection) throws SQLException;

    /** Gives the connection back; whatever was not committed is rolled back. Does not throw. */
    void endWrite(Connection connection, boolean committed);

    /** A connection that sees one state of the database until its end. */
    Connection beginRead() throws SQLException;

    void endRead(Connection connection);

    @Override
    void close();
}
