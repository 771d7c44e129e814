package io.hefu.demo;

import io.hefu.cli.Hub;
import io.hefu.cli.Terminal;
import io.hefu.console.Things;
import io.hefu.definition.Text;
import io.hefu.demo.company.DemoCompany;
import io.hefu.demo.company.KnownFaults;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Uid;
import io.hefu.ledger.Flow;
import io.hefu.ledger.ParkedRecord;
import io.hefu.ledger.ParkedRecords;
import io.hefu.ledger.Pauses;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What people do in the systems while the hub runs, and how it is seen to arrive elsewhere. */
final class Scenes {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Flow OPPORTUNITIES = new Flow("crm", "opportunity");

    private final DemoCompany company;
    private final Hub hub;
    private final Terminal terminal;
    private final Findings findings;
    private final Ledgers ledgers;
    private final List<Text> broken = new ArrayList<>();

    Scenes(DemoCompany company, Hub hub, Terminal terminal) {
        this.company = company;
        this.hub = hub;
        this.terminal = terminal;
        this.findings = new Findings(company, hub);
        this.ledgers = new Ledgers(company.endpoints());
    }

    /** What did not come true. */
    List<Text> broken() {
        return List.copyOf(broken);
    }

    private interface Seen {
        boolean now() throws SQLException;
    }

    void theLateCustomerArrives() throws SQLException, InterruptedException {
        String quote =
                company.knownFaults().get(KnownFaults.LATE_CUSTOMER).keys("crm").get(0);
        String account = company.changes().lateCustomerArrives();
        expect(
                Text.of(
                        "旧CRM里出现客户 %s：等它的报价单 %s 自己接着走了",
                        "customer %s appears in the CRM: quote %s, which waited for it, went on by itself",
                        account,
                        quote),
                () -> isClosed(new Flow("crm", "quote"), quote));
    }

    void theMissingOfferComesByMail() throws SQLException, InterruptedException {
        String number = company.changes().newMail();
        expect(
                Text.of(
                        "业务员把缺的报价单PDF发到邮箱：商机 %s 的阶段“已报价”放行了",
                        "a salesperson mails the missing offer as a PDF: the stage “offer” of %s is released", number),
                () -> findings.find("opportunity", number)
                        .flatMap(found -> found.find("stage", String.class))
                        .filter("offer"::equals)
                        .isPresent());
    }

    /** @return how many opportunities have another stage because of it: none, if the gate does its work */
    long theCrmRenamesAField() throws SQLException, InterruptedException {
        Map<Uid, Object> before = findings.stages();
        company.changes().renameCrmField();
        expect(
                Text.of(
                        "旧CRM升级，quotation_status 改名为 quote_stage，取值也变了：闸门停下 crm/opportunity",
                        "the CRM is upgraded, quotation_status is renamed quote_stage and has other values: the gate stops crm/opportunity"),
                () -> pause().isPresent());
        pause().ifPresent(pause -> {
            terminal.say(Text.of("  原因：%s", "  why: %s", pause.reason()));
            terminal.say(Text.of("  可尝试：%s", "  try: %s", pause.attempt()));
        });
        Map<Uid, Object> after = findings.stages();
        long misread = before.entrySet().stream()
                .filter(each -> !each.getValue().equals(after.get(each.getKey())))
                .count();
        terminal.say(Text.of(
                "  因此被误读的商机：%d 条（共 %,d 条）", "  opportunities misread by it: %d (of %,d)", misread, before.size()));
        if (misread != 0) {
            broken.add(Text.of("改名后有 %d 条商机的阶段变了", "%d opportunities changed their stage with the rename", misread));
        }
        return misread;
    }

    void anOrderIsApproved() throws SQLException, InterruptedException {
        String number = company.changes().newApprovedOrder();
        arrives(number);
    }

    void anOlderOrderIsApproved(String number) throws SQLException, InterruptedException {
        company.changes().approveOrder(number);
        arrives(number);
    }

    private void arrives(String number) throws SQLException, InterruptedException {
        expect(
                Text.of("ERP审核通过订单 %s：已到财务系统", "the ERP approves order %s: finance has it", number),
                () -> ledgers.hasOrder(number));
    }

    void anOverdueInvoiceIsPaid() throws SQLException, InterruptedException {
        paid(company.changes().registerPayment());
    }

    void anInvoiceIsPaid(String receivable) throws SQLException, InterruptedException {
        company.changes().registerPayment(receivable);
        paid(receivable);
    }

    private void paid(String receivable) throws SQLException, InterruptedException {
        expect(
                Text.of(
                        "财务系统登记收款：应收款 %s 已结清，不会再催",
                        "finance registers a payment: %s is settled, nobody is reminded of it", receivable),
                () -> findings.find("receivable", receivable)
                        .flatMap(found -> found.find("open", Money.class))
                        .filter(Money::isZero)
                        .isPresent());
    }

    void aCustomerMoves() throws SQLException, InterruptedException {
        String code = company.changes().customerMoves();
        expect(
                Text.of("ERP中客户 %s 换了地址：旧CRM也改了", "customer %s has a new address in the ERP: the CRM has it too", code),
                () -> hub.books().deliveries().of("crm", "customer", 20).stream()
                        .anyMatch(entry -> entry.outcome().equals("written")
                                && entry.after().contains("启明路818号")));
    }

    private Optional<Pauses.Pause> pause() {
        return hub.books().ledger().pauses().find(OPPORTUNITIES);
    }

    private boolean isClosed(Flow flow, String key) {
        return hub.books()
                .ledger()
                .parked()
                .list(new ParkedRecords.Filter(
                        Optional.empty(),
                        Optional.of(ParkedRecord.State.OPEN),
                        Optional.of(flow.system()),
                        Optional.of(flow.entity()),
                        Optional.of(key),
                        0,
                        1))
                .isEmpty();
    }

    private void expect(Text what, Seen seen) throws SQLException, InterruptedException {
        long began = System.nanoTime();
        while (!seen.now()) {
            if (Duration.ofNanos(System.nanoTime() - began).compareTo(PATIENCE) > 0) {
                terminal.say(Text.of("✗ 没有看到：%s", "✗ not seen: %s", what));
                broken.add(what);
                return;
            }
            Thread.sleep(100);
        }
        String seconds = Things.amount(java.math.BigDecimal.valueOf((System.nanoTime() - began) / 100_000_000L, 1));
        terminal.say(Text.of("● %s（%s 秒）", "● %s (%s s)", what, seconds));
    }
}
