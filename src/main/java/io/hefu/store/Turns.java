package io.hefu.store;

import java.sql.SQLException;

/**
 * Which of the processes that share the hub's database has its turn at something. A turn ends with the process that has it,
 * however it ends: the operating system or the server gives it back, and no clock is involved.
 */
interface Turns extends AutoCloseable {
    /** False while another process has it. */
    boolean take(String what) throws SQLException;

    /** Does not throw: a turn that cannot be given back is lost already. */
    void giveBack(String what);

    @Override
    void close();
}
