package io.hefu.servers;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A stable directory of the user for what is unpacked once: the servers' programs and an empty, installed database.
 *
 * <p>It is {@code $XDG_CACHE_HOME/hefu/servers}, else {@code ~/.cache/hefu/servers}, else a directory of the user's own in
 * the temporary directory; the system property {@code hefu.servers.cache} names another.
 */
final class ServerCache {
    private static final Object ONE_THREAD_AT_A_TIME = new Object();

    private ServerCache() {}

    /** A thing to be made in a directory that is not visible under its final name until it is complete. */
    interface Making {
        void makeIn(Path directory) throws IOException;
    }

    static Path directory() {
        return Optional.ofNullable(System.getProperty("hefu.servers.cache"))
                .map(Path::of)
                .orElseGet(ServerCache::ofUser);
    }

    private static Path ofUser() {
        Path caches = Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
                .filter(named -> !named.isBlank())
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".cache"));
        try {
            return Files.createDirectories(caches.resolve("hefu").resolve("servers"));
        } catch (IOException noHome) {
            return Path.of(System.getProperty("java.io.tmpdir"), "hefu-servers-" + System.getProperty("user.name"));
        }
    }

    /** Returns the directory of that name, made now if no process on this machine made it before. */
    static Path once(String name, Making making) throws IOException {
        Path wanted = directory().resolve(name);
        if (Files.isDirectory(wanted)) {
            return wanted;
        }
        Files.createDirectories(directory());
        synchronized (ONE_THREAD_AT_A_TIME) {
            try (FileChannel channel = FileChannel.open(
                            directory().resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (held.isValid() && !Files.isDirectory(wanted)) {
                    Path half = Files.createTempDirectory(directory(), name + ".half");
                    making.makeIn(half);
                    Files.move(half, wanted);
                }
            }
        }
        return wanted;
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path source : (Iterable<Path>) all::iterator) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target);
                }
            }
        }
    }
}
