package io.hefu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What mappings/ and config/ look like from outside: cheap to ask for every few seconds. */
final class FolderState {
    /** @param modified milliseconds since 1970 */
    record Seen(Path file, long modified, long size) {}

    private FolderState() {}

    static List<Seen> of(Home home) {
        return Stream.of(home.folder().resolve("mappings"), home.config())
                .filter(Files::isDirectory)
                .flatMap(FolderState::files)
                .sorted((one, other) -> one.file().compareTo(other.file()))
                .toList();
    }

    private static Stream<Seen> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(FolderState::seen).toList().stream();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Seen seen(Path file) {
        try {
            return new Seen(file, Files.getLastModifiedTime(file).toMillis(), Files.size(file));
        } catch (IOException gone) {
            return new Seen(file, 0, 0);
        }
    }
}
