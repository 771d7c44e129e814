package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.golden.PossibleDuplicate;
import io.hefu.golden.PossibleDuplicates;
import io.hefu.journey.MatchRun;
import io.hefu.matching.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Customers without a common key: several fields together say whether a person is asked, and whether they merge. */
class MatchingTest {
    private static final List<String> CITIES = List.of("深圳", "苏州", "宁波", "东莞", "无锡", "杭州");
    private static final List<String> BRANDS =
            List.of("华瑞", "中天", "金龙", "恒通", "永辉", "正泰", "德力", "万丰", "远大", "凯迪", "新宇", "东方");
    private static final List<String> TRADES = List.of("机械", "电子", "塑胶", "五金", "贸易");

    @TempDir
    Path folder;

    Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder).system("crm", "opportunity");
        trade.copy("config/matching");
        int number = 100;
        for (String brand : BRANDS) {
            for (int i = 0; i < 4; i++) {
                number++;
                String city = CITIES.get(number * 7 % CITIES.size());
                String trades = TRADES.get((number * 3 + i) % TRADES.size());
                erp("C" + number, city + "市" + brand + trades + "有限公司", "0755-86" + number * 7919 % 1000000, city);
            }
        }
        erp("C1", "深圳市蓝海电子股份有限公司", "0755-86000001", "深圳");
        trade.crm.put("account", "number", "K77", "name", "深圳蓝海电子", "phone", "86-755-86000001", "city", "深圳");
    }

    private void erp(String number, String name, String phone, String city) {
        trade.erp.put("customer", "id", number, "number", number, "name", name, "phone", phone, "city", city);
    }

    private static MatchRun.Result match(TestHub hub) {
        return hub.engine().matching().run("customer", true, Progress.NONE);
    }

    private static Set<Set<String>> pairs(TestHub hub) {
        return hub.books().duplicates().open(Optional.empty(), 100).stream()
                .map(pair -> Set.of(number(hub, pair.of(), true), number(hub, pair.of(), false)))
                .collect(Collectors.toSet());
    }

    private static String number(TestHub hub, PossibleDuplicate pair, boolean first) {
        return hub.books()
                .goldens()
                .find(first ? pair.uid() : pair.other())
                .flatMap(golden -> golden.merged().find("number", String.class))
                .orElse("");
    }

    @Test
    void twoSpellingsWithOnePhoneAreAskedOfWithTheFieldsThatSpeakForIt() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            match(hub);

            assertThat(pairs(hub)).contains(Set.of("C1", "K77"));
            PossibleDuplicates.Pair pair = hub.books()
                    .duplicates()
                    .of(hub.golden("customer", "K77").uid())
                    .get(0);
            assertThat(pair.of().told().zh()).contains("名称（字号）", "蓝海", "电话");
            assertThat(pair.of().told().en()).contains("brand", "bits");
        }
    }

    @Test
    void nothingMergesUntilAPersonSwitchedItOn() {
        try (TestHub hub = trade.hub()) {
            hub.settle();

            assertThat(match(hub).merged()).isZero();
            assertThat(hub.goldens("customer")).hasSize(50);
        }
    }

    @Test
    void whatIsCertainMergesWhereAPersonSwitchedItOn() {
        trade.edit(
                "config/matching/customer.matching.yaml",
                "{enabled: false}",
                "{enabled: true, by: 王芳, since: \"2026-11-20\"}");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            MatchRun.Result result = match(hub);

            assertThat(result.merged()).isEqualTo(1);
            assertThat(hub.link("crm", "customer", "1").uid())
                    .isEqualTo(hub.golden("customer", "C1").uid());
        }
    }

    @Test
    void twoValidCreditCodesVetoWhateverElseAgrees() {
        trade.erp.change("customer", "C1", "tax", TaxNumbers.of(1));
        trade.crm.change("account", 1, "tax", TaxNumbers.of(2));
        try (TestHub hub = trade.hub()) {
            hub.settle();

            assertThat(match(hub).vetoed()).isEqualTo(1);
            assertThat(pairs(hub)).doesNotContain(Set.of("C1", "K77"));
        }
    }

    @Test
    void aPairThatWasRejectedIsAskedOfAgainOnlyWhenItsValuesChange() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            match(hub);
            PossibleDuplicate pair = hub.books()
                    .duplicates()
                    .of(hub.golden("customer", "K77").uid())
                    .get(0)
                    .of();
            hub.engine().merges().refuse(pair, PossibleDuplicates.State.REJECTED, "王芳", "再看");
            match(hub);
            assertThat(pairs(hub)).doesNotContain(Set.of("C1", "K77"));

            trade.crm.change("account", 1, "name", "蓝海电子");
            hub.settle();
            match(hub);
            assertThat(pairs(hub)).contains(Set.of("C1", "K77"));
        }
    }

    @Test
    void aPairThatIsDifferentIsNeverAskedOfAgain() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            match(hub);
            PossibleDuplicate pair = hub.books()
                    .duplicates()
                    .of(hub.golden("customer", "K77").uid())
                    .get(0)
                    .of();
            hub.engine().merges().refuse(pair, PossibleDuplicates.State.DIFFERENT, "王芳", "两家");
            trade.crm.change("account", 1, "name", "蓝海电子");
            hub.settle();
            match(hub);

            assertThat(pairs(hub)).doesNotContain(Set.of("C1", "K77"));
        }
    }

    @Test
    void aPairWhoseValuesWereCorrectedLeavesTheQueue() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            match(hub);
            trade.crm.change("account", 1, "name", "宁波东港纺织厂");
            trade.crm.change("account", 1, "phone", "0574-11112222");
            trade.crm.change("account", 1, "city", "宁波");
            hub.settle();
            match(hub);

            assertThat(pairs(hub)).doesNotContain(Set.of("C1", "K77"));
        }
    }
}
