package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.dictionary.CodeList;
import io.hefu.dictionary.Record;

/** A code of the dictionary's list, said in our own words. */
record CodeListConversion(TextCells texts, CodeList list, boolean emptyIsNull) implements Conversion {
    @Override
    public Object toOurs(Object cell) {
        Object text = texts.read(cell);
        if (text instanceof Refusal || list.has((String) text)) {
            return text;
        }
        return emptyIsNull && ((String) text).isEmpty() ? Record.Nothing.NULL : unknown((String) text);
    }

    private Refusal unknown(String code) {
        Text attempt = CodeTable.nearest(code, list.codes().keySet())
                .map(near -> Text.of(
                        "若指 %s，请声明 codes: {%s: %s}",
                        "if %s is meant, declare codes: {%s: %s}", near, Shown.of(code), near))
                .orElse(Text.of("请用 codes 声明它的含义", "declare what it means with codes:"));
        return new Refusal(
                FieldFault.Kind.UNKNOWN_CODE,
                Text.of(
                        "代码表 %s 中没有 %s；已有：%s",
                        "the list %s has no code %s; it has: %s",
                        list.id(),
                        Shown.of(code),
                        Shown.listed(list.codes().keySet())),
                attempt);
    }

    @Override
    public Object toTheirs(Object value) {
        return value;
    }
}
