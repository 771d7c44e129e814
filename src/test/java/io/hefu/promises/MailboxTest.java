package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.console.Matter;
import io.hefu.console.Matters;
import io.hefu.dictionary.Record;
import io.hefu.golden.GoldenRecord;
import io.hefu.journey.Assigned;
import io.hefu.ledger.Equation;
import io.hefu.ledger.ParkedRecord;
import io.hefu.review.Decisions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each document from the mailbox finds its opportunity, or a person; with the mailbox's mapping as it is shipped. */
class MailboxTest {
    private static final String BUYER = "limin@lanhai.example";

    @TempDir
    private Path folder;

    private Trade trade;
    private final Letters letters = new Letters();

    @BeforeEach
    void aCustomerWithTwoOpportunities() {
        trade = new Trade(folder);
        trade.copy("mappings/mailbox");
        trade.copy("config/systems/mailbox.system.yaml");
        trade.file("config/application.yaml", """
                hub: {url: "jdbc:sqlite:${home}/hub.db"}
                company: {zh: 宁波合远进出口有限公司, en: Ningbo Heyuan}
                placeholders: {mailbox: {host: h, port: "1", user: u}}
                """);
        trade.crm.execute("alter table account add column domain text");
        trade.crm.execute("create table person (no text primary key, account text, name text, mail text)");
        trade.edit("mappings/crm/customer.mapping.yaml", "  level: level", "  level: level\n  mailDomain: domain");
        trade.file("mappings/crm/contact.mapping.yaml", """
                system: crm
                entity: contact
                read: {resource: person, key: "no", overlap: 0s}
                fields: {number: "no", customer: account, name: name, mail: mail}
                """);
        trade.crm.put(
                "account", "number", "C1", "name", "蓝海电子", "domain", "lanhai.example", "mail", "office@lanhai.example");
        trade.crm.put("account", "number", "C2", "name", "远山机械", "domain", "qq.com", "mail", "12345@qq.com");
        trade.crm.put("person", "no", "P1", "account", "1", "name", "李敏", "mail", BUYER);
        opportunity("SJ-2026-0187", "1", "待联系", "温控器");
        opportunity("SJ-2026-0190", "1", "输单", "传感器");
    }

    private void opportunity(String number, String account, String stage, String title) {
        trade.crm.put("lead", "no", number, "account", account, "stage", stage, "title", title);
    }

    private TestHub hub() {
        TestHub hub = TestHub.open(trade.home, trade.clock, trade.mails, letters);
        hub.read("crm", "customer");
        hub.read("crm", "contact");
        hub.read("crm", "opportunity");
        return hub;
    }

    private static List<String> documents(TestHub hub, String number) {
        GoldenRecord golden = hub.golden("opportunity", number);
        return golden.merged().list(golden.entity().field("documents")).stream()
                .map(document -> name(document))
                .toList();
    }

    private static String name(Record document) {
        return document.find("name", String.class).orElse("");
    }

    private static Equation mails(TestHub hub) {
        return hub.read("mailbox", "opportunity");
    }

    private static Matter only(TestHub hub) {
        List<Matter> matters = new Matters(hub.books())
                .list(Matters.Filter.all(100)).stream()
                        .filter(matter -> matter.kind() == Matter.Kind.REVIEW)
                        .toList();
        assertThat(matters).hasSize(1);
        return matters.get(0);
    }

    private static Equation assign(TestHub hub, ParkedRecord record, String number) {
        var uid = hub.golden("opportunity", number).uid();
        return hub.engine()
                .resumer()
                .assign(
                        record,
                        new Assigned(
                                uid,
                                new Decisions.Decision(
                                        Decisions.Kind.ASSIGN,
                                        record.id() + " " + uid,
                                        "王芳",
                                        "电话确认",
                                        hub.clock().instant())));
    }

    @Test
    void aNumberInTheSubjectDecidesWhoeverWrites() {
        letters.put("someone@elsewhere.example", "报价 SJ-2026-0190", "见附件", "报价单.pdf");
        try (TestHub hub = hub()) {
            assertThat(mails(hub).applied()).isEqualTo(1);
            assertThat(documents(hub, "SJ-2026-0190")).containsExactly("报价单.pdf");
        }
    }

    @Test
    void aNumberInTheTextIsFound() {
        letters.put(BUYER, "报价单", "关于商机SJ-2026-0190，请查收。", "报价单.pdf");
        try (TestHub hub = hub()) {
            mails(hub);
            assertThat(documents(hub, "SJ-2026-0190")).containsExactly("报价单.pdf");
        }
    }

    @Test
    void aNumberInAFileNameIsFound() {
        letters.put(BUYER, "报价单", "请查收。", "报价单_SJ-2026-0190.pdf");
        try (TestHub hub = hub()) {
            mails(hub);
            assertThat(documents(hub, "SJ-2026-0190")).containsExactly("报价单_SJ-2026-0190.pdf");
        }
    }

    @Test
    void theSubjectCountsBeforeTheText() {
        letters.put(BUYER, "SJ-2026-0187", "上次的 SJ-2026-0190 就算了", "报价单.pdf");
        try (TestHub hub = hub()) {
            mails(hub);
            assertThat(documents(hub, "SJ-2026-0187")).containsExactly("报价单.pdf");
            assertThat(documents(hub, "SJ-2026-0190")).isEmpty();
        }
    }

    @Test
    void withoutANumberTheSendersOnlyOpenOpportunityIsMeant() {
        letters.put(BUYER, "回传", "合同见附件", "合同扫描件.jpg");
        try (TestHub hub = hub()) {
            assertThat(mails(hub).applied()).isEqualTo(1);
            assertThat(documents(hub, "SJ-2026-0187")).containsExactly("合同扫描件.jpg");
        }
    }

    @Test
    void aColleagueIsKnownByTheCustomersOwnDomain() {
        letters.put("new.colleague@lanhai.example", "回传", "合同见附件", "合同扫描件.jpg");
        try (TestHub hub = hub()) {
            mails(hub);
            assertThat(documents(hub, "SJ-2026-0187")).containsExactly("合同扫描件.jpg");
        }
    }

    @Test
    void aPublicMailDomainNamesNobody() {
        opportunity("SJ-2026-0200", "2", "待联系", "轴承");
        letters.put("99999@qq.com", "回传", "合同见附件", "合同扫描件.jpg");
        try (TestHub hub = hub()) {
            assertThat(mails(hub).waiting()).isEqualTo(1);
            assertThat(only(hub).reason().in(Locale.CHINESE)).contains("认不出 99999@qq.com");
        }
    }

    @Test
    void anAddressOfAPublicMailServiceIsKnownInFull() {
        opportunity("SJ-2026-0200", "2", "待联系", "轴承");
        letters.put("12345@qq.com", "回传", "合同见附件", "合同扫描件.jpg");
        try (TestHub hub = hub()) {
            mails(hub);
            assertThat(documents(hub, "SJ-2026-0200")).containsExactly("合同扫描件.jpg");
        }
    }

    @Test
    void severalOpenOpportunitiesAreAPersonsDecision() {
        opportunity("SJ-2026-0191", "1", "需求确认", "接触器");
        letters.put(BUYER, "回传", "合同见附件", "合同扫描件.jpg");
        try (TestHub hub = hub()) {
            assertThat(mails(hub).waiting()).isEqualTo(1);

            Matter matter = only(hub);
            assertThat(matter.reason().in(Locale.ENGLISH))
                    .isEqualTo("limin@lanhai.example is 蓝海电子, which has 2 open of Opportunity");
            assertThat(matter.attempt().in(Locale.ENGLISH))
                    .contains("SJ-2026-0187 温控器", "SJ-2026-0191 接触器")
                    .doesNotContain("SJ-2026-0190");
            assertThat(matter.command()).startsWith("hefu release " + matter.id() + " --to SJ-2026-0187|SJ-2026-0191");
        }
    }

    @Test
    void aPersonSaysWhichOneAndItStaysSo() {
        opportunity("SJ-2026-0191", "1", "需求确认", "接触器");
        letters.put(BUYER, "回传", "合同见附件", "合同扫描件.jpg");
        try (TestHub hub = hub()) {
            mails(hub);

            assertThat(assign(hub, hub.open("mailbox", "opportunity").get(0), "SJ-2026-0191")
                            .applied())
                    .isEqualTo(1);

            assertThat(documents(hub, "SJ-2026-0191")).containsExactly("合同扫描件.jpg");
            assertThat(documents(hub, "SJ-2026-0187")).isEmpty();
            assertThat(hub.open("mailbox", "opportunity")).isEmpty();
            assertThat(hub.hub().decisions().latest(1).get(0).kind()).isEqualTo(Decisions.Kind.ASSIGN);
        }
        readAgainFromTheBeginning();
        try (TestHub hub = hub()) {
            assertThat(mails(hub).read()).isEqualTo(1);
            assertThat(hub.open("mailbox", "opportunity")).isEmpty();
            assertThat(documents(hub, "SJ-2026-0191")).containsExactly("合同扫描件.jpg");
        }
    }

    @Test
    void whatAPersonGaveUpStaysGivenUp() {
        letters.put("news@fair.example", "展会快讯", "广告", "logo.jpg");
        try (TestHub hub = hub()) {
            mails(hub);
            long id = hub.open("mailbox", "opportunity").get(0).id();
            hub.books()
                    .ledger()
                    .parked()
                    .discard(
                            id,
                            new ParkedRecord.Decision("王芳", "广告"),
                            hub.clock().instant());
        }
        readAgainFromTheBeginning();
        try (TestHub hub = hub()) {
            assertThat(mails(hub).dropped()).isEqualTo(1);
            assertThat(hub.open("mailbox", "opportunity")).isEmpty();
        }
    }

    @Test
    void readingItAgainParksItOnce() {
        letters.put("news@fair.example", "展会快讯", "广告", "logo.jpg");
        try (TestHub hub = hub()) {
            mails(hub);
        }
        readAgainFromTheBeginning();
        try (TestHub hub = hub()) {
            assertThat(mails(hub).waiting()).isEqualTo(1);
            assertThat(hub.parked("mailbox", "opportunity")).hasSize(1);
        }
    }

    /** As after an edit of the mapping, under which everything is looked at anew. */
    private void readAgainFromTheBeginning() {
        trade.edit("mappings/mailbox/opportunity.mapping.yaml", "tom.com, ", "tom.com, example.net, ");
    }

    @Test
    void aSenderWhoIsKnownLaterIsFoundLater() {
        letters.put("wang@new.example", "图纸", "见附件", "图纸.pdf");
        try (TestHub hub = hub()) {
            assertThat(mails(hub).waiting()).isEqualTo(1);

            trade.crm.put("person", "no", "P2", "account", "1", "name", "王工", "mail", "wang@new.example");
            hub.read("crm", "contact");
            hub.engine().resumer().resumeArrived();

            assertThat(documents(hub, "SJ-2026-0187")).containsExactly("图纸.pdf");
            assertThat(hub.open("mailbox", "opportunity")).isEmpty();
        }
    }

    @Test
    void theChoiceOfAPersonIsNotMadeByAnOpportunityThatIsLost() {
        opportunity("SJ-2026-0191", "1", "需求确认", "接触器");
        letters.put(BUYER, "回传", "合同见附件", "合同扫描件.jpg");
        try (TestHub hub = hub()) {
            mails(hub);
            trade.crm.execute("update lead set stage = '输单' where no = 'SJ-2026-0191'");
            hub.read("crm", "opportunity");
            hub.engine().resumer().resumeArrived();

            assertThat(hub.open("mailbox", "opportunity")).hasSize(1);
        }
    }

    @Test
    void severalNumbersInOneMailAreAPersonsDecision() {
        letters.put(BUYER, "SJ-2026-0187 和 SJ-2026-0190", "见附件", "报价单.pdf");
        try (TestHub hub = hub()) {
            assertThat(mails(hub).waiting()).isEqualTo(1);
            assertThat(only(hub).reason().in(Locale.CHINESE)).contains("SJ-2026-0187, SJ-2026-0190");
        }
    }

    @Test
    void aNumberThatIsNotKnownYetIsWaitedFor() {
        letters.put(BUYER, "报价 SJ-2026-0300", "见附件", "报价单.pdf");
        try (TestHub hub = hub()) {
            assertThat(mails(hub).waiting()).isEqualTo(1);
            assertThat(hub.goldens("opportunity")).hasSize(2);

            opportunity("SJ-2026-0300", "2", "待联系", "轴承");
            hub.read("crm", "opportunity");

            assertThat(documents(hub, "SJ-2026-0300")).containsExactly("报价单.pdf");
        }
    }

    @Test
    void everyMailOfAnOpportunityAddsItsDocuments() {
        letters.put(BUYER, "SJ-2026-0187 图纸", "见附件", "图纸.pdf");
        letters.put(BUYER, "SJ-2026-0187 报价", "见附件", "报价单.pdf", "图纸.pdf");
        try (TestHub hub = hub()) {
            mails(hub);
            letters.put(BUYER, "SJ-2026-0187 合同", "见附件", "合同.jpg");
            mails(hub);
            assertThat(documents(hub, "SJ-2026-0187")).containsExactly("图纸.pdf", "报价单.pdf", "合同.jpg");
        }
    }

    @Test
    void aMailWithNeitherDocumentNorNumberIsDroppedByName() {
        letters.put(BUYER, "节日快乐", "祝好");
        try (TestHub hub = hub()) {
            assertThat(mails(hub).dropped()).isEqualTo(1);
            assertThat(hub.parked("mailbox", "opportunity")).isEmpty();
        }
    }

    @Test
    void aPlanShowsWhatWouldBeAskedAndAsksNothing() {
        letters.put("news@fair.example", "展会快讯", "广告", "logo.jpg");
        try (TestHub hub = hub()) {
            hub.plan();
            assertThat(hub.parked("mailbox", "opportunity")).isEmpty();
        }
    }
}
