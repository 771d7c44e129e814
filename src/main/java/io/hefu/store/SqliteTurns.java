package io.hefu.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Locks on single bytes of a file beside the database, which the operating system keeps. */
final class SqliteTurns implements Turns {
    private final Path file;
    private final Map<String, FileLock> taken = new HashMap<>(); // guarded by this
    private FileChannel channel; // guarded by this; Java null until needed

    SqliteTurns(Path database) {
        this.file = database.resolveSibling(database.getFileName() + "-turns");
    }

    @Override
    public synchronized boolean take(String what) throws SQLException {
        try {
            if (channel == null) {
                channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            }
            FileLock lock = channel.tryLock(Integer.toUnsignedLong(what.hashCode()), 1, false);
            if (lock != null) {
                taken.put(what, lock);
            }
            return lock != null;
        } catch (OverlappingFileLockException anotherOfThisProcess) {
            return false;
        } catch (IOException fault) {
            throw new SQLException(file + ": " + fault.getMessage(), fault);
        }
    }

    @Override
    public synchronized void giveBack(String what) {
        FileLock lock = taken.remove(what);
        try {
            if (lock != null) {
                lock.release();
            }
        } catch (IOException gone) {
            // with its channel, and so was the turn
            return;
        }
    }

    @Override
    public synchronized void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException gone) {
            return;
        }
    }
}
