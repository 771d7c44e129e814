package io.hefu.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names the installation. */
final class AtHome {
    @Option(names = "--home", descriptionKey = "home", paramLabel = "DIR")
    private Path home;

    Optional<Path> folder() {
        return Optional.ofNullable(home);
    }
}
