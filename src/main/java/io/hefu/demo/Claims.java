package io.hefu.demo;

import io.hefu.definition.Text;
import io.hefu.demo.Figures.Stopped;
import io.hefu.demo.company.KnownFaults;
import java.util.ArrayList;
import java.util.List;

/** What the summary claims, checked once more: a demo that cannot keep it ends with a fault. */
final class Claims {
    /** Faults that must stop something; the others of the company are read without harm. */
    private static final List<String> STOPPING = List.of(
            KnownFaults.THREE_SPELLINGS,
            KnownFaults.UNKNOWN_CODE,
            KnownFaults.STAGE_WITHOUT_DOCUMENT,
            KnownFaults.LATE_CUSTOMER,
            KnownFaults.ABSURD_AMOUNT,
            KnownFaults.BROKEN_TEXT);

    private Claims() {}

    static List<Text> broken(Figures figures, KnownFaults faults) {
        List<Text> broken = new ArrayList<>();
        require(figures.equation().addsUp(), Text.of("读入等于各项之和", "read is the sum of its terms"), broken);
        require(figures.ordersTieOut(), Text.of("财务的订单与ERP相符", "finance's orders tie out with the ERP's"), broken);
        require(figures.receivablesTieOut(), Text.of("应收款与财务相符", "receivables tie out with finance"), broken);
        require(figures.failed() == 0, Text.of("没有写入失败", "no delivery failed"), broken);
        for (Stopped each : figures.unexpected()) {
            broken.add(Text.of("意外停下 %s：%s", "%s stands still unexpectedly: %s", each.key(), each.reason()));
        }
        for (String id : STOPPING) {
            Text words = Text.of(faults.get(id).zh(), faults.get(id).en());
            long found = figures.stopped().stream()
                    .filter(each -> each.fault().filter(words::equals).isPresent())
                    .count();
            require(found == 1, Text.of("恰好扣下一项：%s", "exactly one is held: %s", words), broken);
        }
        return broken;
    }

    private static void require(boolean holds, Text what, List<Text> broken) {
        if (!holds) {
            broken.add(what);
        }
    }
}
