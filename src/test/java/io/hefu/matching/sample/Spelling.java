package io.hefu.matching.sample;

import com.github.houbb.opencc4j.util.ZhConverterUtil;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Spells companies as the people at different systems do. */
final class Spelling {
    private static final String[] PUBLIC_DOMAINS = "qq.com 163.com 126.com gmail.com outlook.com".split(" ");

    private final SplittableRandom random;
    private final Slips slips;
    private final RowSink sink;
    private int rows;

    Spelling(SplittableRandom random, RowSink sink) {
        this.random = random;
        this.slips = new Slips(random);
        this.sink = sink;
    }

    int rows() {
        return rows;
    }

    /** Once to four times. */
    void spell(Firm firm) {
        int die = random.nextInt(20);
        int times = die < 9 ? 1 : die < 16 ? 2 : die < 19 ? 3 : 4;
        for (int i = 0; i < times; i++) {
            rows++;
            sink.row("f" + firm.number() + "-" + i, "f" + firm.number(), row(firm));
        }
    }

    private List<String> row(Firm firm) {
        return List.of(
                firm.chinese() ? chinese(firm) : western(firm),
                firm.chinese() && chance(40) ? chance(4) ? slips.ofDigits(firm.code()) : firm.code() : "",
                chance(60) ? phone(firm.phone()) : "",
                chance(45) ? mail(firm) : "",
                chance(60) ? address(firm) : "",
                chance(50) ? firm.contact() + (firm.chinese() && chance(10) ? "先生" : "") : "");
    }

    private String chinese(Firm firm) {
        String industry =
                chance(6) && firm.industry().length() > 2 ? firm.industry().substring(0, 2) : firm.industry();
        boolean cityLeftOut = chance(14);
        boolean formLeftOut = firm.branch().isEmpty() && chance(16);
        boolean bracketed = !cityLeftOut && chance(15);
        String core = chance(3) && !firm.group() && firm.branch().isEmpty() ? firm.brand() : firm.brand() + industry;
        core = chance(2) && core.length() > 2 ? slips.one(core) : core;
        String city = cityLeftOut ? "" : firm.city() + (!bracketed && chance(30) ? "市" : "");
        String group = firm.group() ? chance(40) ? "（集团）" : "集团" : "";
        String form = formLeftOut ? "" : chance(5) ? firm.form().replace("股份", "") : firm.form();
        String name =
                (bracketed ? core + group + (chance(50) ? "（" + city + "）" : "(" + city + ")") : city + core + group)
                        + form;
        name = firm.branch().isEmpty() ? name : name + firm.branch() + "分公司";
        return chance(5) ? ZhConverterUtil.toTraditional(name) : chance(3) ? " " + name + " " : name;
    }

    private String western(Firm firm) {
        String core = firm.brand() + (firm.industry().isEmpty() || chance(8) ? "" : " " + firm.industry());
        core = chance(6) ? slips.one(core) : core;
        String group = firm.group() ? " Group" : "";
        String branch = firm.branch().isEmpty() ? "" : " " + firm.branch() + " Branch";
        String form = chance(20) ? "" : " " + (chance(20) ? firm.form().replace(".", "") : firm.form());
        String name = core + group + form + branch;
        return chance(10) ? name.toUpperCase(Locale.ROOT) : name;
    }

    private String phone(String digits) {
        String number = chance(5) ? slips.ofDigits(digits) : digits;
        boolean mobile = number.startsWith("1");
        return switch (random.nextInt(5)) {
            case 0 -> "+86 " + (mobile ? number : number.substring(1));
            case 1 ->
                mobile
                        ? number.substring(0, 3) + " " + number.substring(3, 7) + " " + number.substring(7)
                        : "(" + number.substring(0, 3) + ")" + number.substring(3);
            case 2 -> mobile ? number : number.substring(0, 3) + "-" + number.substring(3);
            case 3 -> mobile ? "0086" + number : number + "转" + (800 + random.nextInt(100));
            default -> number;
        };
    }

    private String mail(Firm firm) {
        String local = chance(50) ? "info" : "sales" + random.nextInt(5);
        return chance(30)
                ? "a" + firm.number() * 7 + "@" + PUBLIC_DOMAINS[firm.number() % PUBLIC_DOMAINS.length]
                : local + "@" + firm.domain();
    }

    private String address(Firm firm) {
        String city = firm.branch().isEmpty() ? firm.city() : firm.branch();
        if (!firm.chinese()) {
            return (chance(20) ? firm.street().replace("Street", "St.") : firm.street())
                    + (chance(60) ? ", " + city : "");
        }
        String street = chance(5) ? slips.ofDigits(firm.street()) : firm.street();
        return (chance(70) ? city + (chance(70) ? "市" : "") : "") + street;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
