package io.hefu.store;

import java.sql.SQLException;

/**
 * What happens in one transaction. It may be run more than once (see {@link HubDatabase#write}), so it changes nothing
 * outside the database and sends nothing.
 */
@FunctionalInterface
public interface Work<T> {
    T in(Transaction tx) throws SQLException;
}
