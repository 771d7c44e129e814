package io.hefu.matching.spelling;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The name of a person: titles do not matter, nor whether the surname of a Western name stands in front of a comma. */
public final class PersonName {
    private static final Set<String> TITLES =
            Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "mme", "sir", "dipl", "ing");
    private static final List<String> CHINESE_TITLES = List.of("先生", "女士", "小姐", "总经理", "经理", "老师", "主任", "工程师");

    private PersonName() {}

    public static String of(String written) {
        String text = Words.text(written);
        if (Words.isChinese(text)) {
            return chinese(Words.joined(text));
        }
        int comma = text.indexOf(',');
        String turned = comma > 0 ? text.substring(comma + 1) + " " + text.substring(0, comma) : text;
        return Arrays.stream(Words.of(turned).split(" "))
                .filter(word -> !TITLES.contains(word))
                .collect(Collectors.joining(" "));
    }

    private static String chinese(String name) {
        for (String title : CHINESE_TITLES) {
            if (name.endsWith(title) && name.length() > title.length()) {
                return name.substring(0, name.length() - title.length());
            }
        }
        return name;
    }
}
