package io.hefu.golden;

import io.hefu.dictionary.FieldType;

/** How a value that was stored under a field's former type becomes one of its present type. */
@FunctionalInterface
public interface Conversion {
    /**
     * @param field as it is now, with the expression to use in {@link FieldType#conversion()}
     * @param formerType as the dictionary wrote it, such as {@code decimal}
     * @param value of the former type's class
     * @return a value of the present type's class, or {@link io.hefu.dictionary.Record.Nothing#NULL}
     */
    Object convert(FieldType field, String formerType, Object value);
}
