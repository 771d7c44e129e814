package io.hefu.matching.spelling;

import io.hefu.golden.PlaceNames;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address without what spellings differ in.
 *
 * @param place province and city, 广东/深圳; empty when the address begins with none
 * @param rest what is in that place: the district and what is below it, in Western addresses all words
 */
public record Address(String place, String rest) {
    private static final Pattern DISTRICT = Pattern.compile("^(\\p{IsHan}{1,3}?(?:区|县|新区))(?=.{4,})");
    /** 中山北路, 上海路 and 南京东路 are streets in any city. */
    private static final Pattern STREET_OF_A_PLACE =
            Pattern.compile("^\\p{IsHan}{2,3}[东南西北中]?[一二三四五六七八九十]?(?:路|街|大街|大道)");

    private static final Pattern NUMBERED = Pattern.compile("(?<=\\d)(?:号楼|栋|幢|座)");
    private static final Map<String, String> SHORT_FORMS = Map.of(
            "st",
            "street",
            "str",
            "strasse",
            "rd",
            "road",
            "ave",
            "avenue",
            "dr",
            "drive",
            "pl",
            "place",
            "ct",
            "court",
            "blvd",
            "boulevard",
            "ln",
            "lane",
            "cres",
            "crescent");

    public static Address of(String written) {
        String text = Words.text(written);
        return Words.isChinese(text) ? chinese(Words.joined(text)) : new Address("", western(Words.of(text)));
    }

    private static Address chinese(String text) {
        String inChina = text.startsWith("中国") ? text.substring(2) : text;
        PlaceNames.Peeled peeled = STREET_OF_A_PLACE.matcher(inChina).find()
                ? new PlaceNames.Peeled("", inChina)
                : PlaceNames.peel(inChina);
        Matcher district = DISTRICT.matcher(peeled.rest());
        String street = district.find() ? peeled.rest().substring(district.end()) : peeled.rest();
        return new Address(
                peeled.path(), NUMBERED.matcher(street).replaceAll("栋").replace("层", "楼"));
    }

    /** 12 Main St and 12 Main Street are one. */
    private static String western(String words) {
        int last = words.lastIndexOf(' ') + 1;
        String full = SHORT_FORMS.get(words.substring(last));
        return full == null ? words : words.substring(0, last) + full;
    }
}
