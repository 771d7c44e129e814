package io.hefu.demo;

import io.hefu.console.Matter;
import io.hefu.console.Things;
import io.hefu.definition.Text;
import io.hefu.demo.Figures.Reminded;
import io.hefu.demo.Figures.Stopped;
import io.hefu.demo.Figures.Sum;
import io.hefu.ledger.Equation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The figures in words that a person understands in half a minute. */
final class Summary {
    private static final Map<String, Text> SYSTEMS = Map.of(
            "erp", Text.same("ERP"),
            "finance", Text.of("财务系统", "finance"),
            "crm", Text.of("旧CRM", "legacy CRM"),
            "mailbox", Text.of("邮箱", "mailbox"));
    private static final Text INDENT = Text.same("          ");

    private final Figures figures;
    private final List<Text> lines = new ArrayList<>();

    private Summary(Figures figures) {
        this.figures = figures;
    }

    static List<Text> of(Figures figures) {
        Summary summary = new Summary(figures);
        summary.read();
        summary.matched();
        summary.held();
        summary.written();
        summary.reminders();
        summary.equation();
        return List.copyOf(summary.lines);
    }

    private void read() {
        long all = figures.read().values().stream().mapToLong(Long::longValue).sum();
        Text each = joined(figures.read().entrySet().stream()
                .map(read -> Text.of("%s %,d", "%s %,d", SYSTEMS.get(read.getKey()), read.getValue()))
                .toList());
        line(Text.of("读入", "Read"), Text.of("%,d 条：%s", "%,d records: %s", all, each));
    }

    private void matched() {
        Text each = joined(figures.customers().entrySet().stream()
                .map(of -> of.getKey() == 1
                        ? Text.of("只在一个系统里 %,d 家", "%,d in one system only", of.getValue())
                        : Text.of("%2$d 个系统都有 %1$,d 家", "%1$,d in %2$d systems", of.getValue(), of.getKey()))
                .toList());
        line(Text.of("认出", "Matched"), Text.of("%,d 家客户：%s", "%,d customers: %s", figures.customersInAll(), each));
        line(
                Text.of("改正", "Corrected"),
                Text.of(
                        "客户资料有 %,d 处各系统说法不同，按权威系统取值；旧CRM中 %,d 家补上了ERP编号等资料",
                        "systems disagree on %,d values of customers, the system of record decides; %,d accounts of the CRM were put right",
                        figures.disagreements(),
                        figures.corrected()));
    }

    private void held() {
        line(
                Text.of("扣下", "Held"),
                Text.of(
                        "%d 项，其余照常：",
                        "%d, and everything else goes on:", figures.stopped().size()));
        figures.stopped().forEach(each -> more(told(each)));
    }

    private static Text told(Stopped each) {
        Text why = each.fault().orElse(each.reason());
        return each.kind() == Matter.Kind.DUPLICATE
                ? Text.of("%s %s：%s", "%s %s: %s", each.kind().title(), each.key(), why)
                : Text.of("%s %s %s：%s", "%s %s %s: %s", each.kind().title(), each.system(), each.key(), why);
    }

    private void written() {
        long rows = rows(figures.orders());
        Text verdict = figures.ordersTieOut()
                ? Text.of("与ERP已审核订单分币种相符，分毫不差", "ties out with the ERP's approved orders, by currency, to the cent")
                : Text.of("与ERP已审核订单不符！", "does NOT tie out with the ERP's approved orders!");
        line(
                Text.of("写入", "Written"),
                Text.of(
                        "财务系统：%,d 张订单、%,d 期收款计划、%,d 家新客户；%s",
                        "to finance: %,d orders, %,d instalments, %,d new customers; %s",
                        rows,
                        rows(figures.plan()),
                        figures.newInFinance(),
                        verdict));
        more(sums(figures.orders()));
        Text owed = figures.receivablesTieOut()
                ? Text.of("与财务系统相符", "ties out with finance")
                : Text.of("与财务系统不符！", "does NOT tie out with finance!");
        more(Text.of("未收应收款 %s；%s", "open receivables %s; %s", sums(figures.open()), owed));
    }

    private void reminders() {
        line(
                Text.of("催款", "Reminders"),
                Text.of(
                        "发出 %d 封，压下 %d 封",
                        "%d sent, %d kept back",
                        figures.sent().size(),
                        figures.keptBack().size()));
        for (Reminded each : figures.keptBack()) {
            more(Text.of("压下 %s：%s", "kept back %s: %s", each.receivable(), each.reason()));
        }
    }

    private void equation() {
        Equation sum = figures.equation();
        line(
                Text.of("账目", "Books"),
                Text.of(
                        "读入 %,d = 应用 %,d + 未变 %,d + 等待 %,d + 隔离 %,d + 丢弃 %,d%s",
                        "read %,d = applied %,d + unchanged %,d + waiting %,d + quarantined %,d + dropped %,d%s",
                        sum.read(),
                        sum.applied(),
                        sum.unchanged(),
                        sum.waiting(),
                        sum.quarantined(),
                        sum.dropped(),
                        sum.addsUp() ? Text.NONE : Text.of("，不平！", ": it does NOT add up!")));
    }

    private static long rows(Map<String, Sum> sums) {
        return sums.values().stream().mapToLong(Sum::rows).sum();
    }

    private static Text sums(Map<String, Sum> sums) {
        return joined(sums.entrySet().stream()
                .map(each -> Text.same(
                        each.getKey() + " " + Things.amount(each.getValue().amount())))
                .toList());
    }

    private static Text joined(List<Text> words) {
        return words.stream()
                .reduce((one, other) -> Text.of("%s，%s", "%s, %s", one, other))
                .orElse(Text.of("无", "none"));
    }

    private void line(Text label, Text text) {
        lines.add(new Text(
                label.zh() + " ".repeat(10 - 2 * label.zh().length()) + text.zh(),
                label.en() + " ".repeat(10 - label.en().length()) + text.en()));
    }

    private void more(Text text) {
        lines.add(Text.of("%s%s", "%s%s", INDENT, text));
    }
}
