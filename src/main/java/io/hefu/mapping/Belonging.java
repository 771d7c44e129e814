package io.hefu.mapping;

import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.systems.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a row that is no thing of its own finds the one that it belongs to ({@code belongs:}), as a mail its opportunity.
 * The first step that finds something decides; when none does, or several things are meant, a person is asked.
 *
 * @param open which things a party may still mean; a thing that is named itself need not be open
 */
public record Belonging(List<Step> steps, Predicate<Record> open) {
    public Belonging {
        steps = List.copyOf(steps);
    }

    /** A look at a row for words that may name something. */
    public record Step(Sight sight, Target target) {}

    /** What the words are looked up as. */
    public sealed interface Target {
        /** A business key of the thing itself. */
        record Number(FieldType field) implements Target {}

        /** Something that says to which party the thing belongs. */
        record Parties(List<Place> places) implements Target {}
    }

    /**
     * A field by which a party is known.
     *
     * @param entity of which it is a field
     * @param leads the field of that entity that refers to the party; empty: it is the party itself
     * @param reference the field of the thing that refers to the party
     */
    public record Place(EntityType entity, FieldType field, Optional<FieldType> leads, FieldType reference) {}

    /** Looks at a row. */
    @FunctionalInterface
    public interface Sight {
        Seen see(Row row);
    }

    /**
     * What a row says.
     *
     * @param words each once, in the order in which they stand
     * @param fault of a cell that cannot be read: what it says is not known
     */
    public record Seen(List<String> words, Optional<FieldFault> fault) {}
}
