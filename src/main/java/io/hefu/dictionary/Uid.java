package io.hefu.dictionary;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/** The identity of one thing across all systems. Time-ordered, so that new ones lie together on disk. */
public record Uid(UUID value) implements Comparable<Uid> {
    private static final TimeBasedEpochRandomGenerator GENERATOR = Generators.timeBasedEpochRandomGenerator();

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
