package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.dictionary.Record;

/**
 * Their code, translated, and what it stands for then read by {@code next}: an unknown one is a fault, never nothing.
 *
 * @param emptyIsNull whether an empty text that is no code says nothing
 */
record CodeConversion(TextCells texts, CodeTable codes, Conversion next, boolean emptyIsNull) implements Conversion {
    @Override
    public Object toOurs(Object cell) {
        Object text = texts.read(cell);
        if (text instanceof Refusal) {
            return text;
        }
        String theirs = (String) text;
        if (theirs.isEmpty() && emptyIsNull && !codes.knows(theirs)) {
            return Record.Nothing.NULL;
        }
        Object ours = codes.read(theirs);
        return ours instanceof Refusal ? ours : next.toOurs(ours);
    }

    @Override
    public Object toTheirs(Object value) {
        String ours = String.valueOf(next.toTheirs(value));
        return codes.write(ours)
                .orElseThrow(() -> new WriteSide.NotSayable(
                        Text.of("目标系统没有对应 %s 的代码", "the target has no code for %s", ours),
                        Text.of("请在映射的 codes 中补充 %s", "add %s to codes: of the mapping", ours)));
    }
}
