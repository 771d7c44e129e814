package io.hefu.dictionary;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a field can hold, and the Java class of its value:
 *
 * <ul>
 *   <li>{@code text} String, {@code integer} Long, {@code decimal} BigDecimal, {@code money} {@link Money}, {@code date}
 *       LocalDate, {@code time} Instant, {@code flag} Boolean
 *   <li>{@code code(list)} String, a code of that list
 *   <li>{@code ref(entity)} {@link Reference}
 *   <li>{@code list(part)} List of {@link Record}, elements of an entity marked {@code part: true}
 * </ul>
 */
public sealed interface DataType {
    /** A type of several words: a form, and the name of what it is of. */
    Pattern NAMED = Pattern.compile("(code|ref|list)\\(([a-z0-9-]+)\\)");

    /** As written in a dictionary file. */
    String written();

    /** The type written so; empty when there is none. Whether a list, entity or part of that name exists is not asked. */
    static Optional<DataType> parse(String written) {
        Matcher named = NAMED.matcher(written);
        if (!named.matches()) {
            return Arrays.stream(Scalar.values())
                    .filter(scalar -> scalar.written().equals(written))
                    .<DataType>map(scalar -> scalar)
                    .findFirst();
        }
        return Optional.of(
                switch (named.group(1)) {
                    case "code" -> new Code(named.group(2));
                    case "ref" -> new Ref(named.group(2));
                    default -> new ListOf(named.group(2));
                });
    }

    /** The types that need no further name. */
    enum Scalar implements DataType {
        TEXT,
        INTEGER,
        DECIMAL,
        MONEY,
        DATE,
        TIME,
        FLAG;

        @Override
        public String written() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** @param list id of the code list */
    record Code(String list) implements DataType {
        @Override
        public String written() {
            return "code(" + list + ")";
        }
    }

    /** @param entity name of the entity referred to */
    record Ref(String entity) implements DataType {
        @Override
        public String written() {
            return "ref(" + entity + ")";
        }
    }

    /** @param part name of the part entity that the elements are */
    record ListOf(String part) implements DataType {
        @Override
        public String written() {
            return "list(" + part + ")";
        }
    }
}
