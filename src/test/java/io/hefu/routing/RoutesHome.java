package io.hefu.routing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A copy of the shipped routes to edit and run, over the doubles of the steps; triggers start late unless a test says so. */
final class RoutesHome {
    static final Path SHIPPED = Path.of("routes");

    final Path folder;
    final WayDouble way = new WayDouble();
    final Map<String, String> properties = new HashMap<>();

    RoutesHome(Path folder) throws IOException {
        this.folder = folder;
        Files.createDirectories(folder.resolve("routes"));
        overlay(SHIPPED);
        for (String trigger : Set.of("erp", "crm", "finance", "mailbox", "clock")) {
            properties.put(trigger + ".start", "600000");
        }
    }

    /** Lays the routes of another folder over these. */
    void overlay(Path routes) throws IOException {
        try (Stream<Path> files = Files.list(routes)) {
            files.forEach(file -> write(file.getFileName().toString(), text(file)));
        }
    }

    void write(String name, String text) {
        try {
            Files.writeString(
                    folder.resolve("routes").resolve(name), text.replace("io.hefu.journey.", WayDouble.PREFIX));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    void edit(String name, String before, String after) {
        String text = text(folder.resolve("routes").resolve(name));
        if (!text.contains(before)) {
            throw new IllegalArgumentException(name + " does not hold: " + before);
        }
        write(name, text.replace(before, after));
    }

    void delete(String name) throws IOException {
        Files.delete(folder.resolve("routes").resolve(name));
    }

    RoutingContext context() {
        return new RoutingContext(
                folder,
                way.beans(),
                () -> new KnownFlows(READ, WRITTEN),
                name -> Optional.ofNullable(properties.get(name)),
                WayDouble.order());
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static final Set<String> READ = flows(
            "erp: employee product customer quote order",
            "crm: customer contact opportunity quote",
            "finance: customer receivable receipt allocation",
            "mailbox: opportunity");
    private static final Set<String> WRITTEN =
            flows("crm: customer opportunity", "finance: customer order", "smtp: reminder");

    private static Set<String> flows(String... lines) {
        return Arrays.stream(lines)
                .flatMap(line -> Arrays.stream(
                                line.substring(line.indexOf(':') + 2).split(" "))
                        .map(entity -> line.substring(0, line.indexOf(':')) + "/" + entity))
                .collect(Collectors.toSet());
    }
}
