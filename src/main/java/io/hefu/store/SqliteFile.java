package io.hefu.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The file of the embedded database, and how it is opened for its three uses. */
final class SqliteFile {

    private static final int BUSY_MILLIS = 10_000;
    private static final int CACHE_KIBIBYTES = 16 * 1024;
    private static final String PREFIX = "jdbc:sqlite:";

    private static final Object ONE_OF_THIS_PROCESS = new Object();

    private final HubSettings settings;
    private final Path path;

    private SqliteFile(HubSettings settings, Path path) {
        this.settings = settings;
        this.path = path;
    }

    /** Makes the file if it is not there, readable by its owner alone, since it holds the company's customers. */
    static SqliteFile of(HubSettings settings) {
        Path path = path(settings);
        try {
            create(path);
        } catch (IOException e) {
            throw Fault.IO.exception(settings, e, false);
        }
        return new SqliteFile(settings, path);
    }

    /** Empty when the file is not there. */
    static Optional<SqliteFile> existing(HubSettings settings) {
        return Optional.of(path(settings)).filter(Files::exists).map(path -> new SqliteFile(settings, path));
    }

    private static Path path(HubSettings settings) {
        String name = settings.url().substring(PREFIX.length()).replaceFirst("\\?.*", "");
        if (name.isEmpty() || name.startsWith(":") || name.startsWith("file:")) {
            throw new StoreException(
                    "中枢数据库必须是磁盘上的文件，而不是 " + settings.place() + "；请写 jdbc:sqlite:/路径/hub.db。",
                    "The hub's database must be a file on disk, not " + settings.place()
                            + "; write jdbc:sqlite:/path/hub.db.",
                    false);
        }
        return Path.of(name).toAbsolutePath();
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try {
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
        } catch (FileAlreadyExistsException opened) {
            // an existing database keeps the permissions that its owner gave it
            return;
        }
    }

    /** Runs it while no other process does the same: on SQLite, Flyway has no lock of its own. */
    void alone(Runnable migration) {
        Path lock = path.resolveSibling(path.getFileName() + "-migrating");
        synchronized (ONE_OF_THIS_PROCESS) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                assert held.isValid();
                migration.run();
            } catch (IOException e) {
                throw Fault.IO.exception(settings, e, false);
            }
        }
    }

    Turns turns() {
        return new SqliteTurns(path);
    }

    /** For the one writer: a transaction takes the write lock when it begins, so it never fails half way for it. */
    SQLiteDataSource forWriting() {
        return source(SQLiteConfig.TransactionMode.IMMEDIATE);
    }

    /** For readers and migrations: no lock before it is needed. */
    SQLiteDataSource forReading() {
        return source(SQLiteConfig.TransactionMode.DEFERRED);
    }

    private SQLiteDataSource source(SQLiteConfig.TransactionMode mode) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        config.setTransactionMode(mode);
        config.setBusyTimeout(BUSY_MILLIS);
        config.setCacheSize(-CACHE_KIBIBYTES);
        config.enforceForeignKeys(true);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl(settings.url());
        return source;
    }
}
