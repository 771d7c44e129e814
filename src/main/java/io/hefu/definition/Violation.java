package io.hefu.definition;

import java.util.Locale;

/**
 * One fault in the edited files.
 *
 * @param position where it stands
 * @param what what is wrong
 * @param allowed what is allowed there; {@link Text#NONE} when that says nothing
 * @param attempt what to try
 */
public record Violation(Position position, Text what, Text allowed, Text attempt) {

    /** One line: {@code file:line key: what; allowed: …; try: …}. */
    public String in(Locale locale) {
        StringBuilder line = new StringBuilder(position.toString()).append(": ").append(what.in(locale));
        if (!allowed.isNone()) {
            line.append(Text.of("；允许：", "; allowed: ").in(locale)).append(allowed.in(locale));
        }
        if (!attempt.isNone()) {
            line.append(Text.of("；可尝试：", "; try: ").in(locale)).append(attempt.in(locale));
        }
        return line.toString();
    }
}
