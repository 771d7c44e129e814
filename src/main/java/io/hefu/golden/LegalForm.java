package io.hefu.golden;

import java.util.LinkedHashMap;
import java.util.Map;

/** The legal forms by which Chinese company names end. */
final class LegalForm {
    /** Longer ones first; beside each what it comes to. */
    private static final Map<String, String> FORMS = new LinkedHashMap<>();

    private static final int SHORTEST_REST = 2;

    static {
        form("股份", "股份有限公司", "股份公司");
        form("有限", "有限责任公司", "有限公司", "总公司", "公司");
        form("合伙", "合伙企业(有限合伙)", "合伙企业(普通合伙)", "合伙企业", "(有限合伙)");
        form("个体", "个体工商户", "经营部", "商行", "工作室", "服务部", "门市部", "加工厂", "加工部");
        form("厂", "总厂", "厂");
        form("所", "事务所", "研究所", "研究院");
    }

    private LegalForm() {}

    /** @param form what the form comes to; empty when the name ends in none */
    record Peeled(String rest, String form) {}

    static Peeled peel(String name) {
        for (Map.Entry<String, String> form : FORMS.entrySet()) {
            int end = name.length() - form.getKey().length();
            if (name.endsWith(form.getKey())) {
                return end >= SHORTEST_REST
                        ? new Peeled(name.substring(0, end), form.getValue())
                        : new Peeled(name, "");
            }
        }
        return new Peeled(name, "");
    }

    private static void form(String meaning, String... words) {
        for (String word : words) {
            FORMS.put(word, meaning);
        }
    }
}
