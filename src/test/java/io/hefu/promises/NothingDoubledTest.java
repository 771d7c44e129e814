package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.console.Matter;
import io.hefu.console.Matters;
import io.hefu.crosswalk.Link;
import io.hefu.golden.PossibleDuplicate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 2: a key of a system names one UID, and a UID has one primary key in a system. */
class NothingDoubledTest {
    private static final String TAX = TaxNumbers.of(1);

    @TempDir
    Path folder;

    Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder);
    }

    @Test
    void aLinkedKeyIsTheSameThingWhateverItSays() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "tax", TAX);
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            var uid = hub.golden("customer", "C1").uid();
            trade.erp.put("customer", "id", "1", "number", "C9", "name", "完全改名", "tax", TaxNumbers.of(9));
            hub.read("erp", "customer");

            assertThat(hub.golden("customer", "C9").uid()).isEqualTo(uid);
        }
    }

    @Test
    void anEqualBusinessKeyIsTheSameThing() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
        trade.crm.put("account", "number", "C1", "name", "别的写法");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.read("crm", "customer");

            assertThat(hub.goldens("customer")).hasSize(1);
        }
    }

    @Test
    void anEqualValidTaxNumberIsTheSameThing() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "tax", TAX);
        trade.crm.put("account", "name", "蓝海", "tax", " " + TAX.toLowerCase(java.util.Locale.ROOT));
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.read("crm", "customer");

            assertThat(hub.goldens("customer")).hasSize(1);
        }
    }

    @Test
    void aTaxNumberThatIsNotValidLinksNothing() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "tax", "0000");
        trade.crm.put("account", "name", "远洋", "tax", "0000");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.read("crm", "customer");

            assertThat(hub.goldens("customer")).hasSize(2);
        }
    }

    @Test
    void anEqualNameIsMarkedAndNotLinked() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "深圳市蓝海电子有限公司");
        trade.crm.put("account", "name", "深圳市 蓝海电子有限公司");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.read("crm", "customer");

            assertThat(hub.goldens("customer")).hasSize(2);
            assertThat(hub.books().goldens().possibleDuplicates(Optional.of("customer"), 0, 10))
                    .extracting(PossibleDuplicate::reason)
                    .containsExactly(PossibleDuplicate.Reason.NAME);
        }
    }

    @Test
    void pairsOfOneBatchAreListedByTheirNumbersHoweverTheirRowsCame() {
        List<String> names = List.of("蓝海电子", "远洋机械", "三丰精密", "华东仪表", "金桥化工", "北方轴承", "南星照明", "东港纺织");
        List<String> numbers = new ArrayList<>();
        for (int pair = 0; pair < names.size(); pair++) {
            numbers.addAll(List.of("A" + pair, "B" + pair));
        }
        Collections.shuffle(numbers, new Random(7));
        for (int row = 0; row < numbers.size(); row++) {
            String number = numbers.get(row);
            String name = names.get(number.charAt(1) - '0');
            trade.crm.put("account", "id", 100 + row, "number", number, "name", name);
        }
        try (TestHub hub = trade.hub()) {
            hub.read("crm", "customer");

            List<Matter> pairs = new Matters(hub.books())
                    .list(new Matters.Filter(
                            Optional.of(Matter.Kind.DUPLICATE), Optional.empty(), Optional.empty(), 100));
            assertThat(pairs).hasSize(names.size());
            for (int pair = 0; pair < names.size(); pair++) {
                assertThat(pairs.get(pair).what())
                        .isEqualTo("A%1$d %2$s ~ B%1$d %2$s".formatted(pair, names.get(pair)));
                assertThat(pairs.get(pair).command())
                        .isEqualTo("hefu explain "
                                + hub.golden("customer", "B" + pair).uid());
            }
        }
    }

    @Test
    void ofTwoKeysOfOneSystemTheSecondIsADuplicateAndNotPrimary() {
        trade.crm.put("account", "id", 1, "name", "蓝海电子", "tax", TAX, "phone", "111");
        trade.crm.put("account", "id", 2, "name", "蓝海", "tax", TAX, "phone", "222");
        try (TestHub hub = trade.hub()) {
            hub.read("crm", "customer");

            assertThat(hub.goldens("customer")).hasSize(1);
            assertThat(hub.link("crm", "customer", "1").primary()).isTrue();
            assertThat(hub.link("crm", "customer", "2").primary()).isFalse();
        }
    }

    @Test
    void aDuplicateKeyDoesNotSpeakAgainstThePrimary() {
        trade.crm.put("account", "id", 1, "name", "蓝海电子", "tax", TAX, "phone", "111");
        try (TestHub hub = trade.hub()) {
            hub.read("crm", "customer");
            trade.crm.put("account", "id", 2, "name", "蓝海", "tax", TAX, "phone", "222");
            hub.read("crm", "customer");

            assertThat(hub.goldens("customer").get(0).merged().find("phone", String.class))
                    .contains("111");
        }
    }

    @Test
    void writesGoToThePrimaryAlone() {
        trade.crm.put("account", "id", 1, "name", "蓝海电子", "tax", TAX);
        trade.crm.put("account", "id", 2, "name", "蓝海", "tax", TAX);
        trade.erp.put("customer", "id", "e1", "number", "C1", "name", "蓝海电子", "tax", TAX, "phone", "999");
        try (TestHub hub = trade.hub()) {
            hub.settle();

            assertThat(trade.crm.value("select phone from account where id = 1"))
                    .isEqualTo("999");
            assertThat(trade.crm.value("select phone from account where id = 2"))
                    .isNull();
        }
    }

    @Test
    void whenThePrimaryIsGoneTheDuplicateTakesItsPlace() {
        trade.crm.put("account", "id", 1, "name", "蓝海电子", "tax", TAX, "phone", "111");
        trade.crm.put("account", "id", 2, "name", "蓝海", "tax", TAX, "phone", "222");
        try (TestHub hub = trade.hub()) {
            hub.read("crm", "customer");
            trade.crm.delete("account", "id = 1");
            hub.sweep("crm", "customer");
            hub.sweep("crm", "customer");

            assertThat(hub.link("crm", "customer", "2").primary()).isTrue();
            assertThat(hub.goldens("customer").get(0).merged().find("phone", String.class))
                    .contains("222");
        }
    }

    @Test
    void aChangedRecordThatTakesAnothersTaxNumberIsMarkedAndNotMerged() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "tax", TAX);
        trade.erp.put("customer", "id", "2", "number", "C2", "name", "远洋");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            trade.erp.change("customer", "2", "tax", TAX);
            hub.read("erp", "customer");

            assertThat(hub.goldens("customer")).hasSize(2);
            assertThat(hub.books().goldens().possibleDuplicates(Optional.of("customer"), 0, 10))
                    .hasSize(1);
        }
    }

    @Test
    void twoNewRecordsOfOneBatchWithOneTaxNumberAreOneThing() {
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "tax", TAX);
        trade.erp.put("customer", "id", "2", "number", "C2", "name", "远洋", "tax", TAX);
        try (TestHub hub = trade.hub()) {
            assertThat(hub.read("erp", "customer").applied()).isEqualTo(2);

            List<Link> links = hub.books()
                    .crosswalk()
                    .linksOf(List.of(hub.goldens("customer").get(0).uid()))
                    .values()
                    .iterator()
                    .next();
            assertThat(links).extracting(Link::primary).containsExactly(true, false);
        }
    }
}
