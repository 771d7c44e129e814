package io.hefu.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The most memory that this process had in RAM since the peak was last forgotten, as Linux counts it. */
final class PeakMemory {
    private static final Path FORGET = Path.of("/proc/self/clear_refs");
    private static final Path STATUS = Path.of("/proc/self/status");

    private PeakMemory() {}

    /** Begins anew; where the system refuses, the peak of the whole run is told each time. */
    static boolean forget() {
        try {
            Files.writeString(FORGET, "5", StandardCharsets.US_ASCII);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** In MB; empty where the system does not tell. */
    static OptionalLong megabytes() {
        try {
            return Files.readAllLines(STATUS, StandardCharsets.US_ASCII).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst();
        } catch (IOException notLinux) {
            return OptionalLong.empty();
        }
    }
}
