package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.dictionary.Record;
import io.hefu.systems.Row;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a pattern finds in the first of several cells that has it: its first group, or all of it when it has none. Finding
 * nothing says nothing; a text in which the pattern runs without end is a fault, after a bounded number of steps.
 */
record PatternReader(List<CellPath> paths, Pattern pattern, TextCells texts, Conversion conversion)
        implements FieldReader {
    @Override
    public Object read(Cells cells, RowFaults faults) {
        boolean present = false;
        for (CellPath path : paths) {
            Object cell = path.read(cells);
            if (cell == null || cell == Row.Cell.ABSENT) {
                present |= cell == null;
                continue;
            }
            present = true;
            Object found = cell instanceof Refusal ? cell : inCell(cell);
            if (found != Record.Nothing.NULL) {
                return found instanceof String text ? conversion.toOurs(text) : found;
            }
        }
        return present ? Record.Nothing.NULL : null;
    }

    private Object inCell(Object cell) {
        if (!(cell instanceof List<?> list)) {
            Object text = texts.read(cell);
            return text instanceof String whole ? find(whole) : text;
        }
        for (Object item : list) {
            Object found = item == null || item instanceof List ? Record.Nothing.NULL : inCell(item);
            if (found != Record.Nothing.NULL) {
                return found;
            }
        }
        return Record.Nothing.NULL;
    }

    private Object find(String whole) {
        Matcher matcher = pattern.matcher(new BoundedText(whole));
        try {
            String found = matcher.find() ? matcher.group(Math.min(1, matcher.groupCount())) : null;
            return found == null || found.isEmpty() ? Record.Nothing.NULL : found;
        } catch (BoundedText.TooManySteps | StackOverflowError endless) {
            return Refusal.tooLarge(Text.of(
                    "在 %s 中查找 %s 步数过多",
                    "looking for %2$s in %1$s takes too many steps", Shown.of(whole), pattern.pattern()));
        }
    }
}
