package io.hefu.demo.company.books;

import java.util.List;

/** The words that invented names are made of, with their pinyin. Made so that no real company is meant. */
final class Names {
    /** A city, its province, the code of its area and its dialling code. */
    record City(String name, String province, String area, String dialling, String street) {}

    /** Chinese characters with how they are spelled in Latin letters. */
    record Word(String hanzi, String pinyin) {}

    static final List<City> CITIES = List.of(
            new City("深圳", "广东", "440300", "0755", "南山区科苑路"),
            new City("广州", "广东", "440100", "020", "黄埔区开创大道"),
            new City("东莞", "广东", "441900", "0769", "长安镇振安路"),
            new City("佛山", "广东", "440600", "0757", "顺德区桂畔路"),
            new City("中山", "广东", "442000", "0760", "火炬区康乐路"),
            new City("厦门", "福建", "350200", "0592", "湖里区金尚路"),
            new City("泉州", "福建", "350500", "0595", "晋江市世纪路"),
            new City("宁波", "浙江", "330200", "0574", "鄞州区启明路"),
            new City("杭州", "浙江", "330100", "0571", "余杭区文一西路"),
            new City("温州", "浙江", "330300", "0577", "瓯海区梧慈路"),
            new City("金华", "浙江", "330700", "0579", "义乌市稠州路"),
            new City("苏州", "江苏", "320500", "0512", "工业园区星湖街"),
            new City("无锡", "江苏", "320200", "0510", "新吴区长江路"),
            new City("常州", "江苏", "320400", "0519", "武进区常武路"),
            new City("青岛", "山东", "370200", "0532", "城阳区春阳路"),
            new City("济南", "山东", "370100", "0531", "历城区工业北路"),
            new City("合肥", "安徽", "340100", "0551", "包河区花园大道"),
            new City("武汉", "湖北", "420100", "027", "东西湖区金山大道"),
            new City("长沙", "湖南", "430100", "0731", "岳麓区麓谷大道"),
            new City("成都", "四川", "510100", "028", "双流区西航港大道"));

    static final List<Word> BRAND_FIRST = words("澜lan 珩heng 霁ji 昱yu 煦xu 岚lan 沐mu 皓hao 璟jing 泓hong 晟sheng 瑾jin "
            + "宸chen 翎ling 朔shuo 骁xiao 钧jun 曜yao 黎li 芮rui 砚yan 樾yue 峥zheng 翊yi");
    static final List<Word> BRAND_LAST = words("岳yue 川chuan 禾he 屿yu 澄cheng 柏bai 枫feng 舟zhou 桥qiao 原yuan 野ye 辰chen "
            + "拓tuo 森sen 鼎ding 域yu 航hang 谷gu 陌mo 汀ting");
    static final List<String> INDUSTRIES = List.of(
            "电子", "五金制品", "机械设备", "塑胶制品", "精密模具", "新材料", "自动化科技", "照明电器", "包装制品", "汽车零部件", "仪器仪表", "家居用品", "户外用品", "电气",
            "智能装备", "贸易");
    static final List<String> FORMS = List.of("有限公司", "有限公司", "有限公司", "有限公司", "股份有限公司", "有限责任公司");
    static final List<Word> SURNAMES = words("王wang 李li 张zhang 刘liu 陈chen 杨yang 黄huang 赵zhao 吴wu 周zhou 徐xu 孙sun "
            + "马ma 朱zhu 胡hu 郭guo 何he 林lin 罗luo 高gao 梁liang 宋song 唐tang 邓deng");
    static final List<Word> GIVEN =
            words("建国jianguo 秀英xiuying 志强zhiqiang 丽娟lijuan 伟明weiming 海燕haiyan 俊杰junjie 雪梅xuemei "
                    + "晓峰xiaofeng 玉婷yuting 文博wenbo 佳怡jiayi 振华zhenhua 春兰chunlan 子墨zimo 国庆guoqing 美玲meiling");
    static final List<String> TITLES = List.of("采购经理", "采购主管", "总经理", "工程师", "财务主管", "项目经理");
    static final List<String> CHANNELS = List.of("广交会_2026春", "老客户介绍", "阿里国际站", "官网询盘", "展会_华交会", "陌生拜访");

    /** Customers abroad: name, country, city, currency, domain. */
    static final List<List<String>> ABROAD = List.of(
            List.of("Copperleaf Trading Inc.", "US", "Portland", "USD", "copperleaf-trading.example"),
            List.of("Nordwiese Handels GmbH", "DE", "Hamburg", "EUR", "nordwiese.example"),
            List.of("Bright Harbor Supply LLC", "US", "Tacoma", "USD", "brightharbor.example"),
            List.of("Maison Lavellier SARL", "FR", "Lyon", "EUR", "lavellier.example"),
            List.of("Juniper Ridge Tools Co.", "US", "Denver", "USD", "juniperridge.example"),
            List.of("Alpenstein Technik GmbH", "DE", "Augsburg", "EUR", "alpenstein-technik.example"),
            List.of("Silverbrook Industrial Inc.", "US", "Akron", "USD", "silverbrook.example"),
            List.of("Atelier Montgris SAS", "FR", "Nantes", "EUR", "montgris.example"),
            List.of("Lonepine Outdoor LLC", "US", "Boise", "USD", "lonepine-outdoor.example"),
            List.of("Redfern Lighting Corp.", "US", "Tampa", "USD", "redfern-lighting.example"),
            List.of("Eastgate Hardware Inc.", "US", "Toledo", "USD", "eastgate-hw.example"),
            List.of("Wellmark Controls LLC", "US", "Omaha", "USD", "wellmark-controls.example"));

    private Names() {}

    private static List<Word> words(String spelled) {
        return List.of(spelled.split(" ")).stream().map(Names::word).toList();
    }

    private static Word word(String both) {
        int latin = 0;
        while (both.charAt(latin) > 'z') {
            latin++;
        }
        return new Word(both.substring(0, latin), both.substring(latin));
    }
}
