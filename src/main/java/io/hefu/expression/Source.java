package io.hefu.expression;

import io.hefu.definition.Position;
import io.hefu.dictionary.Dictionary;

/** An expression as it stands in its file, with what it is to be understood against. */
record Source(String text, Position position, Scope scope, Dictionary dictionary) {
    /** Where the given line of the text stands in the file; the text of several lines begins below its key. */
    Position at(int line) {
        boolean severalLines = text.strip().indexOf('\n') >= 0;
        return severalLines ? new Position(position.file(), position.line() + line, position.key()) : position;
    }
}
