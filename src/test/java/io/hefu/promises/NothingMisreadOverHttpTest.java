package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.adapters.http.ScriptedServer;
import io.hefu.adapters.http.ScriptedServer.Reply;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 3 over real HTTP: an ERP that answers JSON, whose keys nobody describes and which an upgrade renames. */
class NothingMisreadOverHttpTest {
    private static final String ORDERS = "mappings/erp/order.mapping.yaml";

    @TempDir
    Path folder;

    private Trade trade;
    private ScriptedServer server;
    private final Map<String, String> orders = new LinkedHashMap<>();
    private int saved;

    @BeforeEach
    void company() throws Exception {
        server = new ScriptedServer(asked -> Reply.json("{\"data\":[" + String.join(",", orders.values()) + "]}"));
        trade = new Trade(folder)
                .without("mappings/erp/customer.mapping.yaml")
                .without("mappings/erp/employee.mapping.yaml");
        trade.crm.put("account", "number", "C1", "name", "蓝海电子");
        trade.file("config/systems/erp.system.yaml", """
                system: erp
                title: {zh: ERP, en: ERP}
                kind: http
                zone: Asia/Shanghai
                transport: direct:crm-http
                resources:
                  orders: {list: {path: "/api/orders?since={since}", items: $.data}}
                """);
        trade.file(ORDERS, """
                system: erp
                entity: order
                read: {resource: orders, key: id, changed: updated_at, overlap: 0s}
                fields:
                  number: id
                  customer: {from: client.code, by: number}
                  gross: {from: gross, currency: CNY}
                  lines:
                    from: lines
                    each:
                      number: seq
                      description: name
                      gross: {from: gross, currency: CNY}
                """);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private TestHub hub() {
        return TestHub.open(trade.home, trade.clock, server.transport());
    }

    /** The ERP saves an order. */
    private void order(int number, String client, String rest) {
        String id = "SO%03d".formatted(number);
        saved++;
        String time = "2026-11-20T%02d:%02d:00.000+08:00".formatted(saved / 60, saved % 60);
        orders.put(id, "{\"id\":\"%s\",\"updated_at\":\"%s\",\"client\":%s,%s}".formatted(id, time, client, rest));
    }

    private void good(int number) {
        order(number, "{\"code\":\"C1\"}", "\"gross\":100.00,\"lines\":[{\"seq\":1,\"name\":\"阀门\",\"gross\":100.00}]");
    }

    private void many() {
        for (int i = 1; i <= 25; i++) {
            good(i);
        }
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

    private void upgraded() {
        order(3, "{\"code\":\"C1\"}", "\"gross\":9,\"lines\":[{\"seq\":1,\"name\":\"泵\",\"amountGross\":9}]");
    }

    @Test
    void aKeyOfTheLinesThatAnUpgradeRenamesIsCaughtAtTheFirstBatchAndNothingIsOverwritten() {
        many();
        try (TestHub hub = hub()) {
            hub.read("crm", "customer");
            assertThat(hub.read("erp", "order").applied()).isEqualTo(25);
            upgraded();

            assertThat(hub.read("erp", "order")).isEqualTo(Equation.NOTHING);
            assertThat(reason(hub))
                    .contains("不再提供字段“lines[].gross”", "看起来改名为“amountGross”", ORDERS + ":13")
                    .contains("no longer gives the field \"lines[].gross\"");
            assertThat(lines(hub, "SO003")).contains("阀门", "100").doesNotContain("泵");
            trade.crm.put("account", "number", "C2", "name", "远洋");
            assertThat(hub.read("crm", "customer").applied()).isEqualTo(1);
        }
    }

    @Test
    void onceTheMappingIsMendedAllOfItFlowsAgain() {
        many();
        try (TestHub hub = hub()) {
            hub.read("crm", "customer");
            hub.read("erp", "order");
            upgraded();
            hub.read("erp", "order");
            assertThat(hub.paused("erp", "order")).isTrue();
        }
        for (int i = 1; i <= 25; i++) {
            order(i, "{\"code\":\"C1\"}", "\"gross\":9,\"lines\":[{\"seq\":1,\"name\":\"泵\",\"amountGross\":9}]");
        }
        trade.edit(ORDERS, "      gross: {from: gross,", "      gross: {from: amountGross,");
        try (TestHub hub = hub()) {
            assertThat(hub.read("erp", "order").applied()).isEqualTo(25);
            assertThat(hub.paused("erp", "order")).isFalse();
            assertThat(lines(hub, "SO025")).contains("泵", "9");
        }
    }

    @Test
    void aKeyOfAnObjectThatAnUpgradeRenamesNeverBecomesAnOrderWithoutACustomer() {
        many();
        try (TestHub hub = hub()) {
            hub.read("crm", "customer");
            hub.read("erp", "order");
            order(26, "{\"number\":\"C1\"}", "\"gross\":9,\"lines\":[]");
            hub.read("erp", "order");

            assertThat(reason(hub)).contains("“client.code”", "\"client.code\"", "\"number\"");
            assertThat(hub.goldens("order")).hasSize(25);
        }
    }

    @Test
    void whatSomeRecordsCarryAndOthersDoNotIsNeverAnAlarm() {
        trade.edit(ORDERS, "      description: name\n", "      description: name\n      taxRate: rate\n");
        try (TestHub hub = hub()) {
            hub.read("crm", "customer");
            for (int i = 1; i <= 60; i++) {
                String rate = i % 3 == 0 ? ",\"rate\":0.13" : "";
                String gross = i % 4 == 0 ? "" : "\"gross\":1,";
                String line = "{\"seq\":1,\"name\":\"阀门\",\"gross\":1" + rate + "}";
                order(i, "{\"code\":\"C1\"}", gross + "\"lines\":[" + (i % 5 == 0 ? "" : line) + "]");
                assertThat(hub.read("erp", "order").applied()).as("order %s", i).isEqualTo(1);
            }
            assertThat(hub.open("erp", "order")).isEmpty();
        }
    }

    @Test
    void anUpgradeRightAfterTheFirstRecordsIsCaughtToo() {
        trade.edit(ORDERS, "overlap: 0s", "overlap: 0s, newFields: report");
        try (TestHub hub = hub()) {
            hub.read("crm", "customer");
            good(1);
            good(2);
            hub.read("erp", "order");
            upgraded();
            hub.read("erp", "order");

            assertThat(reason(hub)).contains("lines[].gross", "amountGross");
        }
    }
}
