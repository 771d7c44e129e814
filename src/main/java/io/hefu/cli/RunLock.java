package io.hefu.cli;

import io.hefu.definition.Text;
import io.hefu.store.HubSettings;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second {@code hefu run} of one installation from reading and sending beside the first. A lock of the operating
 * system, so that it is gone with its process however that ended.
 */
final class RunLock implements AutoCloseable {
    private static final String SQLITE = "jdbc:sqlite:";

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /** @throws Complaint when another process runs this hub */
    static RunLock take(Home home, HubSettings hub) {
        Path file = file(home, hub);
        FileChannel channel = open(file);
        if (!locked(channel, file)) {
            close(channel);
            throw new Complaint(Text.of(
                    "已有一个 hefu run 在用这个数据库（锁：%s）；可尝试：先停掉它；只想看一看，用 hefu status 或 hefu held",
                    "another hefu run uses this hub's database (lock: %s); try: stop it first; just to look, use hefu status or hefu held",
                    file));
        }
        return new RunLock(channel);
    }

    /** Beside the database where it is a file; else in the installation, of which one process runs. */
    private static Path file(Home home, HubSettings hub) {
        String url = hub.url().replaceFirst("\\?.*", "");
        return url.startsWith(SQLITE)
                ? Path.of(url.substring(SQLITE.length()) + ".run")
                : home.folder().resolve("var").resolve("hub.run");
    }

    private static FileChannel open(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException fault) {
            throw unwritable(file);
        }
    }

    private static boolean locked(FileChannel channel, Path file) {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        } catch (IOException fault) {
            close(channel);
            throw unwritable(file);
        }
    }

    private static Complaint unwritable(Path file) {
        return new Complaint(Text.of(
                "锁文件 %s 写不了；可尝试：检查运行 Hefu 的账户对该文件夹的写权限",
                "the lock file %s cannot be written; try: check that the account that runs Hefu may write in its folder",
                file));
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException fault) {
            // the process gives it back when it ends
        }
    }

    @Override
    public void close() {
        close(channel);
    }
}
