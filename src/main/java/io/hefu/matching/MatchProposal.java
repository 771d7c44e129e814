package io.hefu.matching;

import io.hefu.golden.UnifiedCreditCode;
import io.hefu.matching.table.Field;
import io.hefu.matching.table.FieldKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Proposes a plan from the names of columns (Chinese, English, pinyin) and the values in them. */
public final class MatchProposal {
    private static final Pattern ID = Pattern.compile(
            "id|rec_?id|record_?id|row_?id|编号|序号|.*编码|bianhao|.*(number|_no|_id)", Pattern.CASE_INSENSITIVE);
    /** The first that fits counts. */
    private static final Map<Pattern, FieldKind> BY_NAME = new LinkedHashMap<>();

    private static final Pattern COMPANY_VALUE = Pattern.compile(
            ".*(公司|集团|商行|经营部|厂|\\b(gmbh|ltd|inc|llc|co|corp|ag|s\\.?a|b\\.?v)\\.?)\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAIL_VALUE = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern DATE_VALUE = Pattern.compile("(19|20)\\d\\d[-/.年]?\\d{1,2}[-/.月]?\\d{1,2}日?");
    private static final double MOST = 0.6;

    static {
        by(
                "(unified_?)?(social_?)?credit_?code|tax(_?(number|no|id|payer.*))?|vat.*|.*信用代码.*|.*税号.*|纳税人识别号|shuihao|tongyi.*",
                FieldKind.CREDIT_CODE);
        by("given_?name|first_?name|forename|名(字)?", FieldKind.GIVEN_NAME);
        by("sur_?name|last_?name|family_?name|姓(氏)?", FieldKind.SURNAME);
        by("contact.*|联系人.*|lianxiren|经办人|负责人|法人(代表)?", FieldKind.CONTACT);
        by(
                "company.*|firm|customer(_?name)?|supplier(_?name)?|organi[sz]ation|legal_?name|公司.*|企业.*|单位.*|客户(名称|简称|全称)?|供应商(名称)?|kehu.*|gongsi.*|.*mingcheng",
                FieldKind.COMPANY);
        by("e?-?mail.*|.*邮箱.*|电子邮件|youxiang", FieldKind.MAIL);
        by("(tele)?phone.*|tel|mobile.*|cell.*|fax|.*电话.*|.*手机.*|传真|dianhua|shouji", FieldKind.PHONE);
        by("(date_?of_?birth|birth.*|dob|出生.*|生日)", FieldKind.DATE);
        by("post_?code|zip.*|postal.*|邮编|邮政编码|(street|house)_?(number|no)|门牌号?|youbian", FieldKind.NUMBER);
        by("address.*|street.*|.*地址.*|住址|dizhi", FieldKind.ADDRESS);
        by("(city|province|region)|.*省份?|.*城市|所在地|chengshi|shengfen", FieldKind.PLACE);
        by("state|county|district|区县?", FieldKind.DISTRICT);
        by("suburb|town|village|place", FieldKind.WORDS);
        by("(soc.*|ssn|passport.*|national_?id|id_?card.*|身份证.*|证件号.*|护照.*)", FieldKind.IDENTIFIER);
        by("(product|item|material|part)_?(code|no|number)|sku|.*(物料|产品|商品)(编码|代码|型号)", FieldKind.PRODUCT_CODE);
        by("unit|uom|单位|计量单位", FieldKind.UNIT);
        by("(sex|gender|性别|country|国家|type|category|类别|类型|status|状态)", FieldKind.CODE);
        by("name|full_?name|姓名|名称|xingming", FieldKind.PERSON);
    }

    private MatchProposal() {}

    /**
     * @param sample of each column, values from the first rows
     * @return no fields when nothing is recognised
     */
    public static MatchPlan of(List<String> header, List<List<String>> sample) {
        Optional<String> id = header.stream()
                .filter(name -> isId(name, sample.get(header.indexOf(name))))
                .findFirst();
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (!id.equals(Optional.of(name))) {
                kind(name, sample.get(i)).ifPresent(kind -> fields.add(new Field(name, kind)));
            }
        }
        return new MatchPlan(id, ofPeopleOrCompanies(fields), true);
    }

    /**
     * Where rows are about people, a mail address is a mailbox; where they are about companies, a person speaks for one. What
     * has a credit code and no name of a company has it in the column of names.
     */
    private static List<Field> ofPeopleOrCompanies(List<Field> fields) {
        boolean named = has(fields, FieldKind.COMPANY);
        boolean companies = named || has(fields, FieldKind.CREDIT_CODE);
        return fields.stream()
                .map(field -> new Field(
                        field.name(),
                        switch (field.kind()) {
                            case MAIL -> companies ? FieldKind.MAIL : FieldKind.MAILBOX;
                            case PERSON -> named ? FieldKind.CONTACT : companies ? FieldKind.COMPANY : FieldKind.PERSON;
                            default -> field.kind();
                        }))
                .toList();
    }

    private static boolean has(List<Field> fields, FieldKind kind) {
        return fields.stream().anyMatch(field -> field.kind() == kind);
    }

    private static boolean isId(String name, List<String> sample) {
        return ID.matcher(name.strip()).matches()
                && kindByName(name).isEmpty()
                && !sample.isEmpty()
                && sample.stream().distinct().count() == sample.size()
                && sample.stream().noneMatch(String::isBlank);
    }

    private static Optional<FieldKind> kind(String name, List<String> sample) {
        if (share(sample, value -> UnifiedCreditCode.parse(value).isPresent()) > MOST) {
            return Optional.of(FieldKind.CREDIT_CODE);
        }
        if (share(sample, MAIL_VALUE) > MOST) {
            return Optional.of(FieldKind.MAIL);
        }
        Optional<FieldKind> byName = kindByName(name);
        boolean namesCompanies = byName.isEmpty() || byName.get() == FieldKind.PERSON;
        if (namesCompanies && share(sample, COMPANY_VALUE) > 0.3) {
            return Optional.of(FieldKind.COMPANY);
        }
        if (byName.isEmpty() && share(sample, DATE_VALUE) > MOST) {
            return Optional.of(FieldKind.DATE);
        }
        return byName;
    }

    private static Optional<FieldKind> kindByName(String name) {
        String plain = name.strip().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
        return BY_NAME.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(plain).matches())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static double share(List<String> sample, Pattern pattern) {
        return share(sample, value -> pattern.matcher(value.strip()).matches());
    }

    private static double share(List<String> sample, Predicate<String> fits) {
        List<String> values = sample.stream().filter(value -> !value.isBlank()).toList();
        return values.isEmpty() ? 0 : (double) values.stream().filter(fits).count() / values.size();
    }

    private static void by(String name, FieldKind kind) {
        BY_NAME.put(Pattern.compile(name), kind);
    }
}
