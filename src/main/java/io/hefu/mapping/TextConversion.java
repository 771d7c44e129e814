package io.hefu.mapping;

import io.hefu.dictionary.Record;

/**
 * Text as it is.
 *
 * @param emptyIsNull whether an empty text says nothing
 */
record TextConversion(TextCells texts, boolean emptyIsNull) implements Conversion {
    @Override
    public Object toOurs(Object cell) {
        Object text = texts.read(cell);
        return emptyIsNull && "".equals(text) ? Record.Nothing.NULL : text;
    }

    @Override
    public Object toTheirs(Object value) {
        return value;
    }
}
