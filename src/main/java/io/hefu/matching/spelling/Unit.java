package io.hefu.matching.spelling;

import java.util.HashMap;
import java.util.Map;

/** A unit of measure: the ways in which one is written come to one word. */
public final class Unit {
    private static final Map<String, String> UNITS = new HashMap<>();

    static {
        unit("pcs", "pc", "pce", "piece", "pieces", "ea", "each", "个", "件", "只", "支", "枚", "stk", "stück");
        unit("set", "sets", "套", "组");
        unit("kg", "kgs", "kilogram", "千克", "公斤");
        unit("g", "gram", "grams", "克");
        unit("t", "ton", "tons", "tonne", "吨");
        unit("m", "meter", "metre", "meters", "米");
        unit("cm", "厘米");
        unit("mm", "毫米");
        unit("m2", "sqm", "平方米", "平方");
        unit("m3", "cbm", "立方米", "立方", "方");
        unit("l", "litre", "liter", "升");
        unit("box", "boxes", "盒");
        unit("ctn", "carton", "cartons", "箱");
        unit("bag", "bags", "袋", "包");
        unit("roll", "rolls", "卷");
        unit("台", "machine");
        unit("pair", "pairs", "双", "对");
        unit("doz", "dozen", "打");
    }

    private Unit() {}

    /** The word for a unit; a unit that is not known stays as it is written. */
    public static String of(String written) {
        String text = Words.joined(written);
        return UNITS.getOrDefault(text, text);
    }

    private static void unit(String word, String... spellings) {
        UNITS.put(word, word);
        for (String spelling : spellings) {
            UNITS.put(spelling, word);
        }
    }
}
