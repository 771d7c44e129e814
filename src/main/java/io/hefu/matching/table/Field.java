package io.hefu.matching.table;

import io.hefu.definition.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field of the rows and what kind it is.
 *
 * @param title as a person reads it
 */
public record Field(String name, FieldKind kind, Text title) {
    /** A field that has no other title than its name, as a column of a file. */
    public Field(String name, FieldKind kind) {
        this(name, kind, Text.same(name));
    }

    /** What every field together is compared by; a place is one trait, whichever fields tell it. */
    public static List<Trait> traits(List<Field> fields) {
        Map<String, Trait> traits = new LinkedHashMap<>();
        for (Field field : fields) {
            field.kind().traits(field).forEach(trait -> traits.putIfAbsent(trait.name(), trait));
        }
        return List.copyOf(traits.values());
    }

    /** Of each trait, the place of the one with which people swap it; -1 when there is none. */
    static int[] partners(List<Field> fields) {
        List<String> names = traits(fields).stream().map(Trait::name).toList();
        int[] partners = new int[names.size()];
        Arrays.fill(partners, -1);
        for (Field a : fields) {
            for (Field b : fields) {
                int first = names.indexOf(a.name());
                int second = names.indexOf(b.name());
                if (first != second && a.kind().swapsWith(b.kind()) && partners[first] < 0 && partners[second] < 0) {
                    partners[first] = second;
                    partners[second] = first;
                }
            }
        }
        return partners;
    }

    /** Where the traits of these fields stand, for reading many rows. */
    static RowReader reader(List<Field> fields) {
        List<String> names = traits(fields).stream().map(Trait::name).toList();
        List<int[]> places = new ArrayList<>();
        for (Field field : fields) {
            places.add(field.kind().traits(field).stream()
                    .mapToInt(trait -> names.indexOf(trait.name()))
                    .toArray());
        }
        return new RowReader(fields, places, names.size());
    }

    /** Reads the values of traits out of the values of fields. Reused, not thread-safe. */
    static final class RowReader {
        private final List<Field> fields;
        private final List<int[]> places;
        private final String[] read;

        private RowReader(List<Field> fields, List<int[]> places, int traits) {
            this.fields = fields;
            this.places = places;
            this.read = new String[traits];
        }

        /** @return the traits' values, empty where there is none; the same array each time */
        String[] read(List<String> texts) {
            Arrays.fill(read, "");
            for (int i = 0; i < places.size(); i++) {
                String text = texts.get(i);
                if (!text.isBlank()) {
                    put(fields.get(i).kind().read(text), places.get(i));
                }
            }
            return read;
        }

        private void put(String[] values, int[] at) {
            for (int k = 0; k < at.length; k++) {
                // the first field that tells a place has told it
                read[at[k]] = read[at[k]].isEmpty() ? values[k] : read[at[k]];
            }
        }
    }
}
