package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.dictionary.Record;

/** Yes or no: a flag, the numbers 1 and 0, or the texts {@code true} and {@code false}; other words need codes. */
record FlagConversion(TextCells texts, boolean emptyIsNull) implements Conversion {
    @Override
    public Object toOurs(Object cell) {
        if (cell instanceof Boolean) {
            return cell;
        }
        Object text = texts.read(cell);
        if (!(text instanceof String word)) {
            return text;
        }
        return switch (word) {
            case "true", "1" -> Boolean.TRUE;
            case "false", "0" -> Boolean.FALSE;
            case "" -> emptyIsNull ? Record.Nothing.NULL : unknown(cell);
            default -> unknown(cell);
        };
    }

    private static Refusal unknown(Object cell) {
        return Refusal.unparseable(
                Text.of("%s 不是“是”或“否”", "%s says neither yes nor no", Shown.of(cell)),
                Text.of("请声明，例如 codes: {Y: true, N: false}", "declare codes:, such as {Y: true, N: false}"));
    }

    @Override
    public Object toTheirs(Object value) {
        return value;
    }
}
