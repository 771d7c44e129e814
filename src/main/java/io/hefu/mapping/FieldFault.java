package io.hefu.mapping;

import io.hefu.definition.Text;

/**
 * Why a record, or a value of it, cannot be understood.
 *
 * @param kind which promise it touches
 * @param source the source field, as the mapping names it
 * @param what what is wrong, with the offending value shortened
 * @param attempt what to try, with where: the mapping's file and line
 */
public record FieldFault(Kind kind, String source, Text what, Text attempt) {
    /** The ways in which a source can stop being understood. */
    public enum Kind {
        MISSING,
        NEW,
        RETYPED,
        UNKNOWN_CODE,
        UNPARSEABLE,
        AMBIGUOUS,
        BROKEN_TEXT,
        REQUIRED,
        TOO_LARGE
    }
}
