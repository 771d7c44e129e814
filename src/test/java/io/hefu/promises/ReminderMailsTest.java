package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.console.Matter;
import io.hefu.console.Matters;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a reminder's mail says, in whose name and in which language; and what is shown of one that may not go out yet. */
class ReminderMailsTest {
    @TempDir
    Path folder;

    private Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder);
        trade.clock.to("2026-11-24");
        trade.erp.put("employee", "code", "S1", "name", "陈志远", "mail", "chen@heyuan.example");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子", "salesman", "S1");
        trade.finance.put(
                "receivable",
                "no",
                "YS1",
                "client",
                "C1",
                "due",
                "20261220",
                "gross",
                "14464.00",
                "open",
                "14464.00",
                "hold",
                0);
    }

    private void day(TestHub hub, String date) {
        trade.clock.to(date);
        hub.engine().readingOrder().forEach(flow -> hub.read(flow.system(), flow.entity()));
        hub.engine().clockRun().run();
        hub.deliver("smtp", "reminder");
    }

    @Test
    void theInstallationsLanguageIsThatOfMailsWhereNothingSaysOtherwise() {
        trade.edit("config/application.yaml", "hub:", "language: en\nhub:");
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-12-13");
            assertThat(hub.goldens("reminder"))
                    .isNotEmpty()
                    .allMatch(reminder -> reminder.merged()
                            .find("language", String.class)
                            .filter("en"::equals)
                            .isPresent());
        }
    }

    @Test
    void aMailToACustomerIsSignedWithTheCompanysName() {
        customersAreReminded();
        trade.erp.change("customer", "1", "mail", "caiwu@lanhai.example");
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            day(hub, "2026-12-13");

            assertThat(mailTo("caiwu@lanhai.example")).contains("宁波合远进出口有限公司").doesNotContain("\n—");
        }
    }

    private void contact(String language) {
        trade.crm.execute(
                "create table person (no text primary key, account text, name text, mail text, lang text, changed integer)");
        trade.crm.execute("insert into person values ('P1', '9', '李敏', 'caiwu@lanhai.example', ?, 1)", language);
        trade.crm.put("account", "id", 9, "number", "C1", "name", "蓝海电子");
        trade.file("mappings/crm/contact.mapping.yaml", """
                system: crm
                entity: contact
                read: {resource: person, key: "no", overlap: 0s}
                fields: {number: "no", customer: account, name: name, mail: mail, language: lang}
                dropped: {changed: {why: x, by: 王芳, decided: "2026-11-20"}}
                """);
        trade.erp.change("customer", "1", "mail", "caiwu@lanhai.example");
    }

    @Test
    void aCustomerIsWrittenToInTheLanguageOfTheContactBehindTheAddressAndTheSalespersonInTheInstallations() {
        customersAreReminded();
        contact("en");
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            day(hub, "2026-12-13");

            assertThat(mailTo("caiwu@lanhai.example")).contains("Kind regards", "Ningbo Heyuan");
            assertThat(mailTo("chen@heyuan.example")).contains("您好");
        }
    }

    @Test
    void aLanguageThatBecomesKnownLaterSendsNothingTwice() {
        customersAreReminded();
        contact("zh");
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            day(hub, "2026-12-13");
            trade.crm.execute("update person set lang = 'en'");
            trade.finance.change("receivable", "YS1", "open", "14000.00");
            day(hub, "2026-12-14");
            hub.sweep("finance", "receivable");
            hub.deliver("smtp", "reminder");

            assertThat(trade.mails.mails()).hasSize(2);
        }
    }

    @Test
    void aSalespersonIsWrittenToInTheirOwnLanguageWhereTheDictionaryHasOne() {
        trade.edit(
                "mappings/dictionary/employee.dictionary.yaml",
                "  active: ",
                "  language: {type: code(language), title: {zh: 语言, en: Language}, authority: erp, example: zh}\n  active: ");
        trade.erp.execute("alter table employee add column lang text");
        trade.erp.execute("update employee set lang = 'en'");
        trade.edit("mappings/erp/employee.mapping.yaml", "mail: mail}", "mail: mail, language: lang}");
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            day(hub, "2026-12-13");

            assertThat(mailTo("chen@heyuan.example")).contains("Dear ");
        }
    }

    private void customersAreReminded() {
        trade.edit("config/rules/reminders.rules.yaml", "mode: observe", "mode: enforce");
    }

    private String mailTo(String address) {
        return trade.mails.mails().stream()
                .filter(mail -> address.equals(mail.get("to")))
                .map(mail -> mail.get("body").toString())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aReminderThatOnlyWarnsIsShownUntilItIsPaid() {
        trade.edit("config/rules/reminders.rules.yaml", "mode: observe", "mode: warn");
        try (TestHub hub = trade.hub()) {
            day(hub, "2026-11-24");
            day(hub, "2026-12-13");
            assertThat(warnings(hub))
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.reason().en())
                            .contains("Remind the customer seven days before", "would go out under enforce"));
            day(hub, "2026-12-20");
            assertThat(warnings(hub))
                    .singleElement()
                    .satisfies(warning -> assertThat(warning.reason().en()).contains("reminder-customer-due"));
            trade.finance.change("receivable", "YS1", "open", "0.00");
            hub.read("finance", "receivable");
            assertThat(warnings(hub)).isEmpty();
        }
    }

    private static List<Matter> warnings(TestHub hub) {
        return new Matters(hub.books())
                .list(new Matters.Filter(Optional.of(Matter.Kind.WARNING), Optional.empty(), Optional.empty(), 10));
    }
}
