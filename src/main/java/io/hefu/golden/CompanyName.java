package io.hefu.golden;

import java.text.Normalizer;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A company's name taken apart, so that usual spellings of one name become equal: width, traditional characters, case,
 * blanks, kinds of brackets, the province or city in front or in brackets, and the legal form at the end stand apart.
 *
 * @param brand 字号: what is left when everything else is peeled; never empty unless the name is
 * @param industry 行业 by which names end before the form; empty when the name says none
 * @param place province and city, 江苏/苏州; empty when the name says none
 * @param form the legal form; empty when the name says none
 * @param standing what kind of thing bears the name
 * @param branch which branch: 苏州 of 恒力机械有限公司苏州分公司; empty unless it is one
 * @param chinese whether the name has Chinese characters
 */
public record CompanyName(
        String brand, String industry, String place, String form, Standing standing, String branch, boolean chinese) {
    /** A group, a company and a branch of one name are three different things. */
    public enum Standing {
        /** The name does not say: a brand alone. */
        UNSAID,
        COMPANY,
        GROUP,
        BRANCH
    }

    private static final String LEFT_OUT = "·•.,，。、'\"“”-_/*";
    private static final String OPENING = "[{【〔〈《";
    private static final String CLOSING = "]}】〕〉》";
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern BRANCH = Pattern.compile(
            "^(.*(?:公司|厂|集团|中心|所|银行))\\(?([^()]{0,12}?)" + "(?:分公司|分厂|分店|分部|分行|分院|分所|支行|支公司|办事处|营业部|门市部|代表处)\\)?$");
    // A supermarket (超市), a night market (夜市) or a stall (门市) is no city.
    private static final Pattern OTHER_CITY = Pattern.compile("^(\\p{IsHan}{1,2}[^超夜门股都城])市(.{2,})$");
    private static final Set<Character> WITHOUT_BRANCH = Set.of('司', '厂', '团', '所', '行', '店');
    private static final int SHORTEST = 2;
    private static final int LONGEST = 240;

    /** Takes a name apart; what is longer than any name is cut. */
    public static CompanyName of(String name) {
        String normal = normal(name.length() > LONGEST ? name.substring(0, LONGEST) : name);
        return isChinese(normal) ? chinese(plain(normal)) : WesternName.of(normal);
    }

    /** What stays equal in the usual spellings of one name: what the name says but for place and form. */
    public String cleaned() {
        return brand
                + (chinese || industry.isEmpty() ? industry : " " + industry)
                + (standing == Standing.GROUP ? "集团" : "")
                + (standing == Standing.BRANCH ? "@" + branch : "");
    }

    static String cleaned(String name) {
        return of(name).cleaned();
    }

    /** A text with its traditional characters as simplified ones. */
    public static String simplified(String text) {
        StringBuilder simple = new StringBuilder(text);
        for (int i = 0; i < simple.length(); i++) {
            simple.setCharAt(i, Simplified.of(simple.charAt(i)));
        }
        return simple.toString();
    }

    private static CompanyName chinese(String name) {
        if (!mayBeBranch(name)) {
            return head(name);
        }
        Matcher branch = BRANCH.matcher(name);
        if (branch.matches() && branch.group(1).length() > SHORTEST) {
            CompanyName head = head(branch.group(1));
            String which = branch.group(2);
            return new CompanyName(
                    head.brand,
                    head.industry,
                    head.place,
                    head.form,
                    Standing.BRANCH,
                    PlaceNames.path(which).orElse(which),
                    true);
        }
        return head(name);
    }

    /** Most names are not, and a pattern costs more than a look. */
    private static boolean mayBeBranch(String name) {
        return name.indexOf('分', 2) > 0
                || name.indexOf('支', 2) > 0
                || !WITHOUT_BRANCH.contains(name.charAt(name.length() - 1));
    }

    private static CompanyName head(String name) {
        String place = "";
        String group = "";
        String text = name;
        Matcher brackets = BRACKETS.matcher(name);
        // most names have none, and a pattern costs more than a look
        while (name.indexOf('(') >= 0 && brackets.find()) {
            String inside = brackets.group(1);
            Optional<String> path = PlaceNames.path(inside);
            place = place.isEmpty() ? path.orElse("") : place;
            group = inside.equals("集团") ? inside : group;
            if (path.isPresent() || inside.equals("集团") || inside.equals("中国")) {
                text = orElse(text.replace(brackets.group(), ""), text);
            }
        }
        LegalForm.Peeled peeled = LegalForm.peel(text);
        String rest = peeled.rest();
        boolean ofGroup = !group.isEmpty() || rest.endsWith("集团");
        rest = rest.endsWith("集团") ? orElse(rest.substring(0, rest.length() - 2), rest) : rest;
        Standing standing = ofGroup ? Standing.GROUP : peeled.form().isEmpty() ? Standing.UNSAID : Standing.COMPANY;
        return placed(rest, place, peeled.form(), standing);
    }

    /** Peels the place in front, unless what is left would be no brand: 黄山机械 is a brand and its industry. */
    private static CompanyName placed(String rest, String inBrackets, String form, Standing standing) {
        PlaceNames.Peeled peeled = PlaceNames.peel(rest);
        String place = peeled.path().isEmpty() || !inBrackets.isEmpty() ? inBrackets : peeled.path();
        String core = peeled.rest();
        if (peeled.path().isEmpty()) {
            Matcher city = OTHER_CITY.matcher(rest);
            core = city.matches() ? city.group(2) : rest;
            place = city.matches() && place.isEmpty() ? city.group(1) : place;
        }
        int brand = Industry.start(core);
        if (brand < SHORTEST && !peeled.path().isEmpty()) {
            core = rest;
            place = inBrackets;
            brand = Industry.start(core);
        }
        // what is nothing but industries is a brand: 华联超市 may be, 精密机械 cannot be told
        brand = brand < SHORTEST ? core.length() : brand;
        return new CompanyName(core.substring(0, brand), core.substring(brand), place, form, standing, "", true);
    }

    private static String normal(String name) {
        // most names are normal already, and looking is cheaper than making them so
        return Normalizer.isNormalized(name, Normalizer.Form.NFKC)
                ? name
                : Normalizer.normalize(name, Normalizer.Form.NFKC);
    }

    private static boolean isChinese(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= '\u3400' && name.charAt(i) <= '\u9fff') {
                return true;
            }
        }
        return false;
    }

    private static String plain(String normal) {
        StringBuilder plain = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            char c = normal.charAt(i);
            if (OPENING.indexOf(c) >= 0) {
                plain.append('(');
            } else if (CLOSING.indexOf(c) >= 0) {
                plain.append(')');
            } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c) && LEFT_OUT.indexOf(c) < 0) {
                plain.append(Simplified.of(Character.toUpperCase(c)));
            }
        }
        return plain.toString();
    }

    /** Never peels so much that next to nothing is left to compare. */
    private static String orElse(String peeled, String name) {
        return peeled.length() >= SHORTEST ? peeled : name;
    }
}
