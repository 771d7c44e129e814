package io.hefu.golden;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A company's name, cleaned so that usual spellings of one name become equal: width, case, blanks, kinds of brackets, the
 * province or city in front or in brackets, and the legal form at the end do not matter.
 *
 * <p>Every new record passes here, so that it is written without regular expressions where they cost.
 */
final class CompanyName {
    private static final String PLACE_NAMES = "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州"
            + "|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|深圳|广州|杭州|宁波|温州|嘉兴|绍兴|金华|义乌|南京|苏州|无锡|常州|南通|昆山|徐州"
            + "|扬州|青岛|济南|烟台|潍坊|大连|沈阳|长春|哈尔滨|武汉|长沙|郑州|合肥|南昌|福州|厦门|泉州|东莞|佛山|惠州|中山|珠海|成都|昆明|贵阳|西安|兰州|太原"
            + "|石家庄|南宁|海口|乌鲁木齐|呼和浩特|银川|西宁|拉萨";
    private static final Set<String> PLACES = Set.of(Pattern.compile("\\|").split(PLACE_NAMES));
    private static final int LONGEST_PLACE = 4;
    private static final List<String> KINDS_OF_PLACE = List.of("省", "市", "壮族自治区", "回族自治区", "维吾尔自治区", "自治区", "特别行政区");
    private static final Pattern PLACE_IN_BRACKETS = Pattern.compile("\\((?:" + PLACE_NAMES + "|中国)(?:省|市|特别行政区)?\\)");
    private static final List<String> LEGAL_FORMS =
            List.of("股份有限公司", "有限责任公司", "有限公司", "CO(LTD)", "COLTD", "LIMITED", "LTD", "INC", "LLC", "GMBH", "CORP");
    private static final String LEFT_OUT = "·•.,，。'\"-";
    private static final String OPENING = "[{【〔〈《";
    private static final String CLOSING = "]}】〕〉》";
    // A supermarket (超市), a night market (夜市) or a stall (门市) is no city.
    private static final String NO_CITY_BEFORE = "超夜门股都城";
    private static final int SHORTEST = 2;

    private CompanyName() {}

    static String cleaned(String name) {
        String peeled = plain(name);
        if (peeled.indexOf('(') >= 0) {
            peeled = orElse(PLACE_IN_BRACKETS.matcher(peeled).replaceAll(""), peeled);
        }
        peeled = withoutLegalForm(peeled);
        peeled = withoutPlace(withoutPlace(peeled));
        return withoutOtherCity(peeled);
    }

    private static String plain(String name) {
        // most names are normal already, and looking is cheaper than making them so
        String normal = Normalizer.isNormalized(name, Normalizer.Form.NFKC)
                ? name
                : Normalizer.normalize(name, Normalizer.Form.NFKC);
        StringBuilder plain = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (OPENING.indexOf(c) >= 0) {
                plain.append('(');
            } else if (CLOSING.indexOf(c) >= 0) {
                plain.append(')');
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && LEFT_OUT.indexOf(c) < 0) {
                plain.append(Character.toUpperCase(c));
            }
        }
        return plain.toString();
    }

    /** Never peels so much that next to nothing is left to compare. */
    private static String orElse(String peeled, String name) {
        return peeled.length() >= SHORTEST ? peeled : name;
    }

    private static String withoutLegalForm(String name) {
        for (String form : LEGAL_FORMS) {
            if (name.endsWith(form)) {
                return orElse(name.substring(0, name.length() - form.length()), name);
            }
        }
        return name;
    }

    private static String withoutPlace(String name) {
        for (int length = Math.min(LONGEST_PLACE, name.length()); length >= 2; length--) {
            if (PLACES.contains(name.substring(0, length))) {
                return orElse(withoutKindOfPlace(name.substring(length)), name);
            }
        }
        return name;
    }

    private static String withoutKindOfPlace(String rest) {
        for (String kind : KINDS_OF_PLACE) {
            if (rest.startsWith(kind)) {
                return rest.substring(kind.length());
            }
        }
        return rest;
    }

    private static String withoutOtherCity(String name) {
        int city = name.indexOf('市', 2);
        boolean found = city == 2 || city == 3;
        return found && NO_CITY_BEFORE.indexOf(name.charAt(city - 1)) < 0
                ? orElse(name.substring(city + 1), name)
                : name;
    }
}
