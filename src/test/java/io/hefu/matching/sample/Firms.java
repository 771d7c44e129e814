package io.hefu.matching.sample;

import io.hefu.matching.table.Field;
import io.hefu.matching.table.FieldKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Made-up Chinese and Western companies, each spelt once to four times as different systems would. Hard on purpose: one
 * brand is borne by companies that have nothing to do with each other, groups and branches share brand, domain and
 * telephone and are things of their own, agents and buildings lend one telephone or address to many.
 */
public final class Firms {
    public static final List<Field> FIELDS = List.of(
            new Field("name", FieldKind.COMPANY),
            new Field("tax_number", FieldKind.CREDIT_CODE),
            new Field("phone", FieldKind.PHONE),
            new Field("mail", FieldKind.MAIL),
            new Field("address", FieldKind.ADDRESS),
            new Field("contact", FieldKind.CONTACT));

    private static final String CHARACTERS =
            "恒达华瑞信泰鼎盛金源宏远博创天成海川东方新宇中科联合立德嘉禾永丰茂林万里国强春晖振兴利民长青大同康和顺友谊光明星辰银蓝图绿洲红旗紫荆云山碧水秋实龙腾虎跃凤鹤翔骏鹰";
    private static final String[] INDUSTRIES =
            "电子科技 电子 机械 精密机械 科技 贸易 进出口 五金制品 塑胶模具 纺织服装 包装材料 食品 化工 自动化设备 仪器仪表 家具 照明电器 汽车零部件 医疗器械 建筑材料 环保设备 新能源 半导体 供应链管理 物流"
                    .split(" ");
    private static final String[] FORMS = "有限公司 有限公司 有限公司 有限公司 有限责任公司 股份有限公司".split(" ");
    static final String[] CITIES = "深圳 广州 东莞 佛山 杭州 宁波 温州 苏州 无锡 常州 南通 上海 北京 天津 青岛 济南 武汉 长沙 成都 西安 厦门 泉州 合肥 郑州".split(" ");
    private static final String[] STREETS = "科技园南路 工业大道 人民中路 创新一街 滨江东路 金桥路 高新南环路 文化西路 中山北路 解放路 建设大道 新港路".split(" ");
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文斌志";
    private static final String[] SYLLABLES =
            "al ber cor dex fen gra hol in jas kel lum mar nex or pra quin ros sol tek ul ver wex zan".split(" ");
    private static final String[] TRADES =
            "Electronics Machinery Trading Systems Plastics Tools Automotive Medical Optics Packaging Logistics Textiles"
                    .split(" ");
    private static final String[] WESTERN_FORMS = "GmbH|Ltd|Ltd.|Inc.|LLC|S.A.|Co., Ltd.|AG|B.V.|S.p.A.".split("\\|");
    private static final String[] WESTERN_CITIES =
            "Berlin Hamburg Boston Lyon Milano Utrecht Leeds Porto Dallas Gent".split(" ");

    private final SplittableRandom random;
    private final SplittableRandom brands;
    private final int brandCount;
    private final int westernInTen;
    private final Set<String> registered = new HashSet<>();
    private int number;

    private Firms(long seed, int rows, int westernInTen) {
        this.westernInTen = westernInTen;
        random = new SplittableRandom(seed);
        brands = new SplittableRandom(seed + 1);
        brandCount = Math.max(20, rows / 6);
    }

    /**
     * @param rows how many, more or less a family
     * @param westernInTen how many of ten companies have a Western name
     */
    public static void make(long seed, int rows, int westernInTen, RowSink sink) {
        new Firms(seed, rows, westernInTen).make(rows, new Spelling(new SplittableRandom(seed + 2), sink));
    }

    private void make(int rows, Spelling spelling) {
        Firm lent = firm(random.nextInt(10) < westernInTen);
        while (spelling.rows() < rows) {
            Firm firm = firm(random.nextInt(10) < westernInTen);
            for (Firm each : family(borrowing(firm, lent))) {
                spelling.spell(each);
            }
            lent = firm;
        }
    }

    /** An agent's telephone, or the building of another company. */
    private Firm borrowing(Firm firm, Firm other) {
        int die = random.nextInt(100);
        String phone = die < 4 ? other.phone() : firm.phone();
        boolean building = die >= 4 && die < 12 && firm.chinese() == other.chinese();
        return with(
                firm,
                firm.industry(),
                building ? other.city() : firm.city(),
                false,
                firm.code(),
                phone,
                building ? other.street() : firm.street());
    }

    /** The company alone, or with its group, its sisters and its branches. */
    private List<Firm> family(Firm firm) {
        List<Firm> family = new ArrayList<>(List.of(firm));
        int die = random.nextInt(100);
        if (die < 10) {
            family.add(with(firm, "", firm.city(), true, code(), firm.phone(), firm.street()));
            for (int sister = random.nextInt(3); sister >= 0; sister--) {
                boolean elsewhere = random.nextBoolean();
                family.add(with(
                        firm,
                        otherIndustry(firm, family),
                        elsewhere ? city(firm.chinese()) : firm.city(),
                        false,
                        code(),
                        random.nextBoolean() ? firm.phone() : phone(),
                        elsewhere ? street(firm.chinese()) : firm.street()));
            }
        } else if (die < 18) {
            String city = city(firm.chinese());
            family.add(firm.branchIn(
                    city, code(), random.nextBoolean() ? firm.phone() : phone(), street(firm.chinese()), number++));
        }
        return family;
    }

    /** No office registers two companies of one name. */
    private String otherIndustry(Firm firm, List<Firm> family) {
        String industry = any(firm.chinese() ? INDUSTRIES : TRADES);
        while (!registered.add(firm.brand() + industry + firm.city())
                || family.stream().map(Firm::industry).toList().contains(industry)) {
            industry = any(firm.chinese() ? INDUSTRIES : TRADES);
        }
        return industry;
    }

    private Firm with(
            Firm firm, String industry, String city, boolean group, String code, String phone, String street) {
        return new Firm(
                number++,
                firm.chinese(),
                firm.brand(),
                industry,
                city,
                firm.form(),
                group,
                "",
                code,
                phone,
                firm.domain(),
                street,
                random.nextInt(3) == 0 ? firm.contact() : person(firm.chinese()));
    }

    private Firm firm(boolean western) {
        String brand = brand(western);
        String industry = any(western ? TRADES : INDUSTRIES);
        String city = city(!western);
        while (!registered.add(brand + industry + city)) {
            brand = brand(western);
            industry = any(western ? TRADES : INDUSTRIES);
            city = city(!western);
        }
        return new Firm(
                number++,
                !western,
                brand,
                industry,
                city,
                western ? any(WESTERN_FORMS) : any(FORMS),
                false,
                "",
                code(),
                phone(),
                western ? westernDomain(brand) : latin(random, 3) + ".com.cn",
                street(!western),
                person(!western));
    }

    /** A name that somebody took before gets something added. */
    private String westernDomain(String brand) {
        return brand.toLowerCase(Locale.ROOT).replace(" ", "") + "-" + latin(random, 1) + ".com";
    }

    /** Brands are drawn so that some are borne by many and most by few. */
    private String brand(boolean western) {
        double draw = random.nextDouble();
        long which = (long) (draw * Math.sqrt(draw) * brandCount);
        SplittableRandom of = new SplittableRandom(which * 7919 + (western ? 1 : 0));
        if (western) {
            return capital(latin(of, 2 + of.nextInt(2))) + (of.nextInt(4) == 0 ? " " + capital(latin(of, 2)) : "");
        }
        StringBuilder brand = new StringBuilder();
        for (int i = of.nextInt(4) == 0 ? 3 : 2; i > 0; i--) {
            brand.append(CHARACTERS.charAt(of.nextInt(CHARACTERS.length())));
        }
        return brand.toString();
    }

    private static String latin(SplittableRandom of, int syllables) {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            word.append(SYLLABLES[of.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private String code() {
        return CreditCodes.one(brands);
    }

    private String phone() {
        return random.nextInt(3) == 0
                ? "1" + (3 + random.nextInt(7)) + (100_000_000 + random.nextInt(900_000_000))
                : "0" + (20 + random.nextInt(10)) + (random.nextBoolean() ? "" : random.nextInt(10))
                        + (20_000_000 + random.nextInt(69_000_000));
    }

    private String city(boolean chinese) {
        return chinese ? any(CITIES) : any(WESTERN_CITIES);
    }

    private String street(boolean chinese) {
        return chinese
                ? any(STREETS) + (1 + random.nextInt(800)) + "号"
                        + (random.nextInt(3) == 0 ? (1 + random.nextInt(20)) + "栋" : "")
                : (1 + random.nextInt(300)) + " " + capital(latin(random, 2)) + " Street";
    }

    private String person(boolean chinese) {
        if (!chinese) {
            return capital(latin(random, 1)) + " " + capital(latin(random, 2));
        }
        return "" + SURNAMES.charAt(random.nextInt(SURNAMES.length())) + GIVEN.charAt(random.nextInt(GIVEN.length()))
                + (random.nextInt(3) == 0 ? "" : GIVEN.charAt(random.nextInt(GIVEN.length())));
    }

    private String any(String[] words) {
        return words[random.nextInt(words.length)];
    }
}
