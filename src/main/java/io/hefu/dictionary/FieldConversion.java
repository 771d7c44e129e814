package io.hefu.dictionary;

/**
 * Turns a value stored under a former type of a field into one of its present type; compiled from the field's
 * {@code conversion:}, a CEL expression over {@code value}.
 */
@FunctionalInterface
public interface FieldConversion {
    /**
     * @param stored a value of the class that the former type's {@link DataType} names
     * @return a value of the field's present type, or {@link Record.Nothing#NULL}
     * @throws IllegalArgumentException when the value cannot be converted
     */
    Object convert(Object stored);
}
