package io.hefu.mapping;

import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import java.util.Optional;

/**
 * A reference as a system says it.
 *
 * @param system whose key it is
 * @param by the business key's field, when it is no key of a system
 */
record ReferenceConversion(String system, String entity, Optional<String> by) implements Conversion {
    @Override
    public Object toOurs(Object cell) {
        Object key = KeyCells.read(cell);
        if (key instanceof Refusal || key == Record.Nothing.NULL) {
            return key;
        }
        return by.isPresent()
                ? new Reference.ByBusinessKey(entity, by.get(), (String) key)
                : new Reference.ByKey(system, entity, (String) key);
    }

    @Override
    public Object toTheirs(Object value) {
        throw new IllegalStateException("a reference is written by its writer");
    }
}
