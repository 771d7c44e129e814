package io.hefu.golden;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A company's name, cleaned so that usual spellings of one name become equal: width, case, blanks, kinds of brackets, the
 * province or city in front or in brackets, and the legal form at the end do not matter.
 */
final class CompanyName {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0·•.,，。'\"-]+");
    private static final Pattern OPENING = Pattern.compile("[\\[{【〔〈《]");
    private static final Pattern CLOSING = Pattern.compile("[\\]}】〕〉》]");
    private static final String PLACES = "北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南"
            + "|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门|深圳|广州|杭州|宁波|温州|嘉兴|绍兴|金华|义乌|南京|苏州|无锡|常州|南通|昆山|徐州|扬州"
            + "|青岛|济南|烟台|潍坊|大连|沈阳|长春|哈尔滨|武汉|长沙|郑州|合肥|南昌|福州|厦门|泉州|东莞|佛山|惠州|中山|珠海|成都|昆明|贵阳|西安|兰州|太原|石家庄"
            + "|南宁|海口|乌鲁木齐|呼和浩特|银川|西宁|拉萨";
    private static final Pattern PLACE_IN_BRACKETS = Pattern.compile("\\((?:" + PLACES + "|中国)(?:省|市|特别行政区)?\\)");
    private static final Pattern PLACE_IN_FRONT =
            Pattern.compile("^(?:(?:" + PLACES + ")(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?){1,2}");
    // A supermarket (超市), a night market (夜市) or a stall (门市) is no city.
    private static final Pattern OTHER_CITY_IN_FRONT = Pattern.compile("^[\\u4e00-\\u9fff]{2,3}(?<![超夜门股都城])市");
    private static final Pattern LEGAL_FORM =
            Pattern.compile("(?:股份有限公司|有限责任公司|有限公司|COLTD|CO\\(LTD\\)|LIMITED|LTD|INC|LLC|GMBH|CORP)$");
    private static final int SHORTEST = 2;

    private CompanyName() {}

    static String cleaned(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        plain = BLANKS.matcher(plain).replaceAll("");
        plain = CLOSING.matcher(OPENING.matcher(plain).replaceAll("(")).replaceAll(")");
        String peeled = peel(LEGAL_FORM, peel(PLACE_IN_BRACKETS, plain));
        return peel(OTHER_CITY_IN_FRONT, peel(PLACE_IN_FRONT, peeled));
    }

    /** Never peels so much that next to nothing is left to compare. */
    private static String peel(Pattern part, String name) {
        String peeled = part.matcher(name).replaceAll("");
        return peeled.length() >= SHORTEST ? peeled : name;
    }
}
