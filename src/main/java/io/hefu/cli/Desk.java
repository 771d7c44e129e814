package io.hefu.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** What every command works with. */
record Desk(Terminal terminal, Clock clock) {
    /** Opens the installation; faulty definitions are no hindrance. */
    Hub open(Optional<Path> home) {
        return Hub.open(Home.of(home, terminal.environment()), terminal.environment(), clock);
    }
}
