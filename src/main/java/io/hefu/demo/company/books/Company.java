package io.hefu.demo.company.books;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The demo company itself: its name, its people and what it sells. */
public final class Company {
    public static final String NAME = "宁波合远进出口有限公司";
    public static final String DOMAIN = "heyuan.example";
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    static final int SALESPEOPLE = 12;

    private static final String[][] PEOPLE = {
        {"S001", "陈志远", "chen.zhiyuan", "华南销售部", "销售员", "M001"},
        {"S002", "林晓彤", "lin.xiaotong", "华南销售部", "销售员", "M001"},
        {"S003", "黄家豪", "huang.jiahao", "华南销售部", "销售员", "M001"},
        {"S004", "吴佩珊", "wu.peishan", "华南销售部", "销售员", "M001"},
        {"S005", "周子涵", "zhou.zihan", "华东销售部", "销售员", "M002"},
        {"S006", "徐静怡", "xu.jingyi", "华东销售部", "销售员", "M002"},
        {"S007", "孙浩然", "sun.haoran", "华东销售部", "销售员", "M002"},
        {"S008", "朱一凡", "zhu.yifan", "华东销售部", "销售员", "M002"},
        {"S009", "赵明轩", "zhao.mingxuan", "北方销售部", "销售员", "M002"},
        {"S010", "刘思琪", "liu.siqi", "北方销售部", "销售员", "M002"},
        {"S011", "王芳", "wang.fang", "外贸部", "销售员", "M001"},
        {"S012", "何嘉敏", "he.jiamin", "外贸部", "销售员", "M001"},
        {"M001", "郑国栋", "zheng.guodong", "华南销售部", "销售经理", ""},
        {"M002", "沈丽华", "shen.lihua", "华东销售部", "销售经理", ""},
        {"F001", "钱玉兰", "qian.yulan", "财务部", "财务", ""},
        {"F002", "冯雅琴", "feng.yaqin", "财务部", "财务", "F001"},
    };

    private static final String[][] GOODS = {
        {"LED面板灯", "600×600 36W", "个", "86.50"}, {"LED面板灯", "300×1200 40W", "个", "98.00"},
        {"投光灯", "IP66 100W", "个", "132.00"}, {"投光灯", "IP66 200W", "个", "218.00"},
        {"伺服电机", "750W 220V", "台", "1280.00"}, {"伺服电机", "1.5kW 380V", "台", "2150.00"},
        {"伺服驱动器", "750W EtherCAT", "台", "1690.00"}, {"步进电机", "57型 2.2N·m", "台", "168.00"},
        {"深沟球轴承", "6204-2RS", "个", "7.85"}, {"深沟球轴承", "6308-ZZ", "个", "26.40"},
        {"直线导轨", "HGR20 1m", "米", "145.00"}, {"滚珠丝杠", "SFU1605 500mm", "个", "188.00"},
        {"铝合金型材", "4040 国标", "米", "38.60"}, {"铝合金型材", "8080 重型", "米", "112.00"},
        {"不锈钢螺栓", "M8×40 304 100个", "箱", "62.30"}, {"不锈钢螺栓", "M12×60 316 50个", "箱", "118.90"},
        {"气动接头", "PC8-02 50个", "箱", "75.00"}, {"电磁阀", "4V210-08 24V", "个", "54.20"},
        {"气缸", "SC63×100", "个", "196.00"}, {"减压阀", "AR3000-03", "个", "68.00"},
        {"接近开关", "M12 NPN", "个", "33.50"}, {"光电开关", "对射 10m", "个", "72.00"},
        {"温度变送器", "PT100 4-20mA", "个", "239.00"}, {"压力变送器", "0-1.6MPa", "个", "318.00"},
        {"开关电源", "24V 10A", "个", "92.70"}, {"开关电源", "48V 20A", "个", "286.00"},
        {"变频器", "2.2kW 380V", "台", "865.00"}, {"变频器", "7.5kW 380V", "台", "1740.00"},
        {"触摸屏", "7寸 以太网", "台", "690.00"}, {"可编程控制器", "32点 晶体管", "台", "1150.00"},
        {"工业交换机", "8口 千兆", "台", "540.00"}, {"屏蔽电缆", "RVVP 4×0.75", "米", "4.35"},
        {"电缆拖链", "25×57 1m", "米", "46.00"}, {"配电箱", "600×500×200", "台", "415.00"},
        {"折叠手推车", "承重150kg", "台", "128.00"}, {"工具套装", "108件", "套", "265.00"},
        {"户外折叠桌", "铝合金 1.2m", "个", "174.00"}, {"保温杯", "316 500ml 24个", "箱", "936.00"},
        {"包装纸箱", "五层 60×40×40", "个", "6.15"}, {"缠绕膜", "50cm×300m", "个", "31.80"},
    };

    private Company() {}

    static List<Employee> employees() {
        List<Employee> people = new ArrayList<>();
        for (String[] p : PEOPLE) {
            people.add(new Employee(people.size() + 1, p[0], p[1], p[2], p[3], p[4], p[5]));
        }
        return List.copyOf(people);
    }

    static List<Product> products() {
        return IntStream.range(0, GOODS.length)
                .mapToObj(i -> new Product(
                        i + 1, "MT-" + (1001 + i), GOODS[i][0], GOODS[i][1], GOODS[i][2], new BigDecimal(GOODS[i][3])))
                .toList();
    }
}
