package io.hefu.dictionary;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/** The identity of one thing across all systems. In the order in which one process makes them, so
 * that new ones lie together on disk and records of one batch keep their order. */
public record Uid(UUID value) implements Comparable<Uid> {
    private static final TimeBasedEpochGenerator GENERATOR = Generators.timeBasedEpochGenerator();

    public static Uid create() {
        return new Uid(GENERATOR.generate());
    }

    /** @throws IllegalArgumentException when the text is no UID */
    public static Uid parse(String text) {
        return new Uid(UUID.fromString(text));
    }

    @Override
    public int compareTo(Uid other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
