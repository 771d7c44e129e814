package io.hefu.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** CPU seconds that this process and the servers with their children have used so far, as Linux counts them. */
final class CpuClock {
    /** Linux tells these in hundredths of a second, whatever the machine. */
    private static final double TICKS = 100;

    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int ENDED_CHILDREN_USER = 13;
    private static final int ENDED_CHILDREN_SYSTEM = 14;
    private static final int PARENT = 1;

    private final Optional<List<Long>> servers;

    CpuClock(Optional<List<Long>> servers) {
        this.servers = servers;
    }

    /** Of this process alone; empty where the system does not tell. */
    OptionalDouble own() {
        return stat("self")
                .map(fields -> OptionalDouble.of(ticks(fields, USER, SYSTEM) / TICKS))
                .orElse(OptionalDouble.empty());
    }

    /** Of this process and both servers; empty where a server is elsewhere. */
    OptionalDouble all() {
        OptionalDouble own = own();
        if (servers.isEmpty() || own.isEmpty()) {
            return OptionalDouble.empty();
        }
        long sum = 0;
        for (long server : servers.get()) {
            sum += stat(Long.toString(server))
                    .map(fields -> ticks(fields, USER, SYSTEM, ENDED_CHILDREN_USER, ENDED_CHILDREN_SYSTEM))
                    .orElse(0L);
        }
        for (List<String> child : children()) {
            sum += ticks(child, USER, SYSTEM);
        }
        return OptionalDouble.of(own.getAsDouble() + sum / TICKS);
    }

    /** The running processes that a server has begun: PostgreSQL has one a connection. */
    private List<List<String>> children() {
        List<List<String>> children = new ArrayList<>();
        try (Stream<Path> all = Files.list(Path.of("/proc"))) {
            all.map(path -> path.getFileName().toString())
                    .filter(name -> Character.isDigit(name.charAt(0)))
                    .forEach(name -> stat(name)
                            .filter(fields -> servers.orElseThrow().contains(Long.parseLong(fields.get(PARENT))))
                            .ifPresent(children::add));
        } catch (IOException notLinux) {
            return List.of();
        }
        return children;
    }

    /** What follows the name in brackets, which may hold blanks itself. */
    private static Optional<List<String>> stat(String process) {
        try {
            String line = Files.readString(Path.of("/proc", process, "stat"), StandardCharsets.ISO_8859_1);
            return Optional.of(List.of(line.substring(line.lastIndexOf(')') + 2).split(" ")));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static long ticks(List<String> fields, int... places) {
        long sum = 0;
        for (int place : places) {
            sum += Long.parseLong(fields.get(place));
        }
        return sum;
    }
}
