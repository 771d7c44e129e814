package io.hefu.bench;

/**
 * Made-up Chinese companies, the same for the same number: about 250 bytes each in UTF-8, no two with one key, one valid
 * credit code or one cleaned name. One in five hundred has a fault that a rule speaks of.
 */
final class Companies {
    private static final String[] CITIES =
            "深圳 广州 东莞 佛山 杭州 宁波 温州 苏州 无锡 常州 南通 上海 北京 天津 青岛 济南 武汉 长沙 成都 西安 厦门 泉州 合肥 郑州".split(" ");
    private static final String[] PROVINCES =
            "广东 广东 广东 广东 浙江 浙江 浙江 江苏 江苏 江苏 江苏 上海 北京 天津 山东 山东 湖北 湖南 四川 陕西 福建 福建 安徽 河南".split(" ");
    private static final String[] REGIONS =
            ("440300 440100 441900 440600 330100 330200 330300 320500 320200 320400 320600 310000 110000 120000 370200"
                            + " 370100 420100 430100 510100 610100 350200 350500 340100 410100")
                    .split(" ");
    /** No letter twice, so that no two brands are equal. */
    private static final String BRAND =
            "恒达华瑞信泰鼎盛金源宏远博创天成海川东方新宇中科联合立德嘉禾永丰茂林万里国强春晖振兴利民长青大同安康和顺友谊光明星辰银河" + "蓝图绿洲红旗紫荆白云山碧水秋实冬阳夏雨龙腾虎跃凤鸣鹤翔麒麟骏马雄鹰飞燕";

    private static final String[] INDUSTRIES =
            ("精密机械 电子科技 五金制品 塑胶模具 纺织服装 包装材料 食品贸易 化工原料 自动化设备 仪器仪表 家具制造 照明电器 汽车零部件 医疗器械" + " 印刷 玩具礼品 建筑材料 环保设备 新能源 半导体")
                    .split(" ");
    private static final String[] STREETS = "科技园南路 工业大道 人民中路 创新一街 滨江东路 开发区金桥路 高新南环路 文化西路".split(" ");
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华";
    private static final String LETTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int FAULTY_ONE_IN = 500;

    private Companies() {}

    /** The number by which a customer is known, in the same order as text and as number. */
    static String number(int i) {
        return String.format("KH%08d", i);
    }

    /** Writes customer i as a line of PostgreSQL's COPY text, in the order of {@link CustomerTable}. */
    static void line(int i, StringBuilder into) {
        int mixed = (int) (Integer.toUnsignedLong(i * 0x9E3779B1) >>> 1);
        int city = mixed % CITIES.length;
        int industry = i % INDUSTRIES.length;
        String brand = brand(i / INDUSTRIES.length);
        boolean faulty = i % FAULTY_ONE_IN == 7;
        field(into, number(i));
        field(into, CITIES[city] + brand + INDUSTRIES[industry] + (mixed % 3 == 0 ? "股份有限公司" : "有限公司"));
        field(into, creditCode(i, REGIONS[city]));
        field(into, brand + INDUSTRIES[industry].substring(0, 2));
        field(into, PROVINCES[city]);
        field(into, CITIES[city]);
        field(
                into,
                CITIES[city] + "市" + STREETS[mixed % STREETS.length] + (mixed % 997 + 1) + "号" + (mixed % 31 + 1)
                        + "栋");
        field(into, person(mixed));
        field(into, "0755-" + (10_000_000 + mixed % 89_999_999));
        field(into, "buyer" + i + "@company" + mixed % 10_007 + ".example");
        field(into, INDUSTRIES[industry]);
        field(into, "ABC".substring(mixed % 3, mixed % 3 + 1));
        field(into, mixed % 20 == 0 ? "USD" : "CNY");
        amount(into, faulty ? 9_999_999_00L + mixed % 1000 : 1_000_00L + mixed % 900_000_00);
        amount(into, mixed % 50_000_00L);
        field(into, Integer.toString(30 * (1 + mixed % 4)));
        field(into, mixed % 17 == 0 ? "f" : "t");
        date(into, mixed);
        into.setCharAt(into.length() - 1, '\n');
    }

    private static void field(StringBuilder into, String value) {
        into.append(value).append('\t');
    }

    private static void amount(StringBuilder into, long cents) {
        into.append(cents / 100).append('.');
        into.append((char) ('0' + cents / 10 % 10))
                .append((char) ('0' + cents % 10))
                .append('\t');
    }

    private static void date(StringBuilder into, int mixed) {
        int month = 1 + mixed % 12;
        int day = 1 + mixed % 28;
        into.append(1985 + mixed % 39).append(month < 10 ? "-0" : "-").append(month);
        into.append(day < 10 ? "-0" : "-").append(day).append('\t');
    }

    private static String brand(int of) {
        int letters = BRAND.length();
        return new String(new char[] {
            BRAND.charAt(of % letters),
            BRAND.charAt(of / letters % letters),
            BRAND.charAt(of / letters / letters % letters)
        });
    }

    private static String person(int mixed) {
        return new String(new char[] {
            SURNAMES.charAt(mixed % SURNAMES.length()),
            GIVEN.charAt(mixed / 7 % GIVEN.length()),
            GIVEN.charAt(mixed / 131 % GIVEN.length())
        });
    }

    /** A unified social credit code with its check letter as GB 32100-2015 computes it. */
    private static String creditCode(int i, String region) {
        char[] code = ("91" + region + "000000000").toCharArray();
        int left = i;
        for (int place = code.length - 1; place >= 8; place--) {
            code[place] = LETTERS.charAt(left % LETTERS.length());
            left /= LETTERS.length();
        }
        int sum = 0;
        int weight = 1;
        for (char letter : code) {
            sum += LETTERS.indexOf(letter) * weight;
            weight = weight * 3 % 31;
        }
        return new String(code) + LETTERS.charAt((31 - sum % 31) % 31);
    }
}
