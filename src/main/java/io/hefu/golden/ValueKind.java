package io.hefu.golden;

import java.util.Locale;

/** The ways in which a value is stored; several types of the dictionary share one. */
enum ValueKind {
    TEXT,
    INTEGER,
    DECIMAL,
    MONEY,
    DATE,
    TIME,
    FLAG,
    REF,
    LIST;

    /** @param type as {@link io.hefu.dictionary.DataType#written()} writes it */
    static ValueKind of(String type) {
        int bracket = type.indexOf('(');
        String word = bracket < 0 ? type : type.substring(0, bracket);
        return word.equals("code") ? TEXT : valueOf(word.toUpperCase(Locale.ROOT));
    }
}
