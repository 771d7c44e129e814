package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.drift.KnownShapes;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import io.hefu.ledger.ParkedRecord;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Promise 3 below the top level: orders whose lines stand in a child table of a real database. */
class NothingMisreadInsideTest {
    private static final String ORDERS = "mappings/erp/order.mapping.yaml";

    @TempDir
    Path folder;

    private Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder);
        trade.erp.execute("create table order_line (order_no text, seq integer, name text, unit text, rate text,"
                + " delivery text, gross text, primary key (order_no, seq))");
        trade.file(ORDERS, """
                system: erp
                entity: order
                read:
                  resource: sales_order
                  key: "no"
                  changed: changed
                  overlap: 0s
                  children: {lines: {resource: order_line, parent: order_no}}
                fields:
                  number: "no"
                  customer: customer
                  date: {from: day, format: yyyyMMdd}
                  delivery: {from: delivery, format: yyyyMMdd}
                  state: {from: state, codes: {A: draft, B: submitted, C: approved}}
                  net: {from: net, currency: CNY}
                  tax: {from: tax, currency: CNY}
                  gross: {from: gross, currency: CNY}
                  paymentTerms: {from: terms, codes: {NET30: net-30}}
                  salesperson: {from: salesman, by: number}
                  lines:
                    from: lines
                    each:
                      number: seq
                      description: name
                      unit: {from: unit, codes: {台: unit, 个: piece}}
                      taxRate: rate
                      delivery: {from: delivery, format: [dd/MM/yyyy, MM/dd/yyyy]}
                      gross: {from: gross, currency: CNY}
                """);
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
        order("SO1");
        order("SO2");
    }

    private void order(String no) {
        trade.erp.put("sales_order", "no", no, "customer", "1", "day", "20261112", "state", "A");
        trade.erp.execute("insert into order_line values (?, 1, '阀门', '台', '0.13', '25/12/2026', '100.00')", no);
    }

    /** The ERP saves the order again, as it does whenever a line changes. */
    private void saved(String no) {
        trade.erp.change("sales_order", no, "net", "1.00");
    }

    private static String lines(TestHub hub, String no) {
        return hub.golden("order", no)
                .merged()
                .list(hub.entity("order").field("lines"))
                .toString();
    }

    private static String reason(TestHub hub) {
        var pause = hub.books().ledger().pauses().find(new Flow("erp", "order")).orElseThrow();
        return List.of(pause.reason(), pause.attempt()).toString();
    }

    @Test
    void aChildTablesColumnThatIsRenamedPausesTheEntityAndTheRestGoesOn() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            String before = lines(hub, "SO1");
            trade.erp.execute("alter table order_line rename column gross to amount_gross");
            saved("SO1");

            assertThat(hub.read("erp", "order")).isEqualTo(Equation.NOTHING);
            assertThat(reason(hub))
                    .contains("不再提供字段“lines[].gross”", "看起来改名为“amount_gross”", ORDERS + ":28")
                    .contains("no longer gives the field \"lines[].gross\"", "looks renamed to \"amount_gross\"");
            assertThat(lines(hub, "SO1")).isEqualTo(before).contains("100");
            trade.erp.put("employee", "code", "S1", "name", "陈志远");
            assertThat(hub.read("erp", "employee").applied()).isEqualTo(1);
        }
    }

    @Test
    void linesKeepTheirOrderThoughTheDatabaseGivesThemInAnother() {
        trade.edit(ORDERS, "parent: order_no}", "parent: order_no, order: seq}");
        trade.erp.execute("drop table order_line");
        trade.erp.execute("create table order_line (order_no text, seq text, name text, unit text, rate text,"
                + " delivery text, gross text)");
        for (int seq : List.of(10, 2, 1)) {
            line(seq);
        }
        try (TestHub hub = trade.hub()) {
            hub.settle();
            assertThat(lines(hub, "SO1").replaceAll("(?s).*?(第[0-9]+行)|.*", "$1"))
                    .isEqualTo("第1行第2行第10行");
            trade.erp.execute("delete from order_line");
            for (int seq : List.of(2, 1, 10)) {
                line(seq);
            }
            assertThat(hub.sweep("erp", "order").applied()).isZero();
        }
    }

    private void line(int seq) {
        trade.erp.execute(
                "insert into order_line values ('SO1', ?, ?, '台', '0.13', '25/12/2026', '100.00')",
                String.valueOf(seq),
                "第" + seq + "行");
    }

    @Test
    void itFlowsAgainWhenTheMappingIsMended() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.execute("alter table order_line rename column gross to amount_gross");
            trade.erp.execute("update order_line set amount_gross = '250.00' where order_no = 'SO1'");
            saved("SO1");
            hub.read("erp", "order");
        }
        trade.edit(ORDERS, "      gross: {from: gross,", "      gross: {from: amount_gross,");
        try (TestHub hub = trade.hub()) {
            assertThat(hub.read("erp", "order").quarantined()).isZero();
            assertThat(hub.paused("erp", "order")).isFalse();
            assertThat(lines(hub, "SO1")).contains("250");
            assertThat(lines(hub, "SO2")).contains("100");
        }
    }

    @Test
    void aNewColumnOfAChildTablePausesUntilItIsDecidedAbout() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.execute("alter table order_line add column screen_order integer");
            saved("SO1");
            hub.read("erp", "order");

            assertThat(reason(hub)).contains("lines[].screen_order").contains("lines.screen_order");
        }
        trade.edit(
                ORDERS,
                "fields:\n",
                "dropped: {lines.screen_order: {why: 仅供界面, by: 王芳, decided: \"2026-11-20\"}}\nfields:\n");
        try (TestHub hub = trade.hub()) {
            assertThat(hub.read("erp", "order").applied()).isEqualTo(1);
            assertThat(hub.paused("erp", "order")).isFalse();
        }
    }

    @Test
    void aChildTablesColumnThatIsRetypedPausesTheEntity() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.execute("alter table order_line drop column gross");
            trade.erp.execute("alter table order_line add column gross blob");
            saved("SO1");
            hub.read("erp", "order");

            assertThat(reason(hub)).contains("lines[].gross", "TEXT", "BYTES");
            assertThat(lines(hub, "SO1")).contains("100");
        }
    }

    @Test
    void aPersonAcceptsTheNewShape() {
        aChildTablesColumnThatIsRetypedPausesTheEntity();
        try (TestHub hub = trade.hub()) {
            new KnownShapes(hub.hub().database(), hub.books().ledger().sourceShapes())
                    .forget(hub.mapping("erp", "order"), trade.clock.instant());
            hub.read("erp", "order");

            assertThat(hub.paused("erp", "order")).isFalse();
        }
    }

    @Test
    void anOrderWithoutLinesIsNoAlarm() {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            trade.erp.execute("delete from order_line");
            saved("SO1");

            assertThat(hub.read("erp", "order").applied()).isPositive();
            assertThat(hub.paused("erp", "order")).isFalse();
            assertThat(lines(hub, "SO1")).isEqualTo("[]");
        }
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "unit, 打, unknown code",
                "delivery, 2026-12-25, delivery",
                "delivery, 03/04/2026, 2026-03-04",
                "gross, \"1.000,50\", gross",
                "rate, 13%, rate",
                "name, 阀\ufffd, name"
            })
    void whatIsNotUnderstoodInALineStopsItsOrderAloneUntilItIsMended(String column, String value, String words) {
        try (TestHub hub = trade.hub()) {
            hub.settle();
            String before = lines(hub, "SO1");
            trade.erp.execute("update order_line set " + column + " = ? where order_no = 'SO1'", value);
            saved("SO1");
            saved("SO2");

            Equation equation = hub.read("erp", "order");
            assertThat(equation.quarantined()).isEqualTo(1);
            assertThat(equation.applied()).isEqualTo(1);
            ParkedRecord parked = hub.open("erp", "order").get(0);
            assertThat(parked.reasons().get(0).en()).contains("lines[0]." + column, words, ORDERS);
            assertThat(parked.reasons().get(0).zh()).contains("可尝试");
            assertThat(lines(hub, "SO1")).isEqualTo(before);

            trade.erp.execute("update order_line set unit = '个', delivery = '26/12/2026', gross = '7.00',"
                    + " rate = '0.06', name = '泵' where order_no = 'SO1'");
            saved("SO1");
            assertThat(hub.read("erp", "order").quarantined()).isZero();
            assertThat(hub.open("erp", "order")).isEmpty();
            assertThat(lines(hub, "SO1")).contains("泵", "2026-12-26");
        }
    }

    @Test
    void anUnknownCodeInALineGoesThroughOnceTheMappingKnowsIt() {
        trade.erp.execute("update order_line set unit = '打' where order_no = 'SO1'");
        try (TestHub hub = trade.hub()) {
            hub.settle();
            assertThat(hub.open("erp", "order")).hasSize(1);
        }
        trade.edit(ORDERS, "个: piece", "个: piece, 打: set");
        try (TestHub hub = trade.hub()) {
            hub.engine().resumer().resume(hub.open("erp", "order"));

            assertThat(hub.open("erp", "order")).isEmpty();
            assertThat(lines(hub, "SO1")).contains("set");
        }
    }
}
