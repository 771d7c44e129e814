package io.hefu.demo.company;

import io.hefu.demo.company.KnownFault.Place;
import io.hefu.demo.company.books.Attachment;
import io.hefu.demo.company.books.Books;
import io.hefu.demo.company.books.Cast;
import io.hefu.demo.company.books.Customer;
import io.hefu.demo.company.books.Lead;
import io.hefu.demo.company.books.Offer;
import io.hefu.demo.company.books.Receipt;
import io.hefu.demo.company.books.Receivable;
import io.hefu.demo.company.books.Stage;
import io.hefu.demo.company.databases.FinanceDatabase;
import java.util.List;
import java.util.stream.Stream;

/** Every fault that was put into the demo company, so that what the hub finds can be compared with what is there. */
public record KnownFaults(List<KnownFault> all) {
    public static final String THREE_SPELLINGS = "three-spellings";
    public static final String DATE_FORMATS = "date-formats";
    public static final String UNKNOWN_CODE = "unknown-code";
    public static final String GB18030_MAIL = "gb18030-mail";
    public static final String RAW_HEADER_MAIL = "raw-header-mail";
    public static final String OVERDUE = "overdue";
    public static final String UNALLOCATED_RECEIPT = "unallocated-receipt";
    public static final String STAGE_WITHOUT_DOCUMENT = "stage-without-document";
    public static final String LATE_CUSTOMER = "late-customer";
    public static final String ABSURD_AMOUNT = "absurd-amount";
    public static final String BROKEN_TEXT = "broken-text";

    public KnownFaults {
        all = List.copyOf(all);
    }

    public static KnownFaults of(Books books) {
        return new KnownFaults(List.of(
                threeSpellings(books),
                dateFormats(),
                unknownCode(books),
                mail(
                        GB18030_MAIL,
                        "GB18030编码的邮件，含四字节汉字",
                        "a mail in GB18030 with characters of four bytes",
                        "enquiry-gb18030"),
                mail(
                        RAW_HEADER_MAIL,
                        "邮件标题为未编码的GBK",
                        "a mail whose header is GBK without encoding",
                        "contract-raw-gbk"),
                overdue(books),
                unallocated(books),
                stageWithoutDocument(books),
                lateCustomer(books),
                absurdAmount(books),
                brokenText(books)));
    }

    /** The fault of that id, one of the constants here. */
    public KnownFault get(String id) {
        return all.stream().filter(fault -> fault.id().equals(id)).findFirst().orElseThrow();
    }

    private static KnownFault threeSpellings(Books books) {
        Customer customer = books.customers().get(Cast.THREE_SPELLINGS);
        return new KnownFault(
                THREE_SPELLINGS,
                "同一客户三种写法：ERP与财务税号相同，CRM没有税号，只能标记为可能重复",
                "one customer under three spellings: ERP and finance share a tax number, the CRM has none and can only be marked",
                List.of(
                        new Place("erp", "bd_customer", customer.code()),
                        new Place("finance", "kehu", customer.financeCode()),
                        new Place("crm", "accounts", customer.account())));
    }

    private static KnownFault dateFormats() {
        return new KnownFault(
                DATE_FORMATS,
                "三种日期格式：ERP为日期类型，财务为20260131，CRM为31/01/2026",
                "three date formats: real dates in the ERP, 20260131 in finance, 31/01/2026 in the CRM",
                List.of());
    }

    private static KnownFault unknownCode(Books books) {
        return new KnownFault(
                UNKNOWN_CODE,
                "CRM里有一条商机的阶段是字典里没有的“待老板定”",
                "one lead in the CRM is in a stage that no dictionary has: 待老板定",
                leads(books.leads().stream().filter(lead -> lead.stage() == Stage.UNKNOWN)));
    }

    private static KnownFault mail(String id, String zh, String en, String key) {
        return new KnownFault(id, zh, en, List.of(new Place("mailbox", "INBOX", key)));
    }

    private static KnownFault overdue(Books books) {
        return new KnownFault(
                OVERDUE,
                "两笔逾期应收：一笔逾期3天；一笔逾期35天，但该客户有一笔未分配的收款",
                "two overdue receivables: one for 3 days; one for 35 days whose customer has an unallocated receipt",
                books.receivables().stream()
                        .filter(r ->
                                r.balance().signum() > 0 && r.instalment().due().isBefore(books.today()))
                        .map(Receivable::number)
                        .map(number -> new Place("finance", "yingshou", number))
                        .toList());
    }

    private static KnownFault unallocated(Books books) {
        return new KnownFault(
                UNALLOCATED_RECEIPT,
                "一笔只有财务知道、没有对应订单的收款",
                "a payment that only finance knows, for no order",
                books.receipts().stream()
                        .filter(receipt -> receipt.unallocated().signum() > 0)
                        .map(Receipt::number)
                        .map(number -> new Place("finance", "shoukuan", number))
                        .toList());
    }

    private static KnownFault stageWithoutDocument(Books books) {
        return new KnownFault(
                STAGE_WITHOUT_DOCUMENT,
                "一条商机标为“已报价”，却没有报价单PDF",
                "a lead claims to be offered without the offer as a PDF",
                leads(Stream.of(withoutOffer(books))));
    }

    /** The opportunity that claims the stage “offer” without an offer's PDF. */
    static Lead withoutOffer(Books books) {
        return books.leads().stream()
                .filter(lead -> lead.stage() == Stage.OFFER)
                .filter(lead ->
                        lead.attachments().stream().noneMatch(d -> d.kind().equals(Attachment.OFFER)))
                .findFirst()
                .orElseThrow();
    }

    private static KnownFault lateCustomer(Books books) {
        Customer late = books.customers().get(Cast.LATE);
        Stream<Place> offers = books.offers().stream()
                .filter(offer -> offer.customer().equals(late))
                .map(Offer::id)
                .map(id -> new Place("crm", "offers", "Q" + id));
        return new KnownFault(
                LATE_CUSTOMER,
                "一份报价先于其客户到达",
                "a quote arrives before its customer",
                Stream.concat(offers, Stream.of(new Place("crm", "accounts", late.account())))
                        .toList());
    }

    private static KnownFault absurdAmount(Books books) {
        return new KnownFault(
                ABSURD_AMOUNT,
                "财务有一行应收金额是1e9999999",
                "one receivable in finance has the amount 1e9999999",
                List.of(new Place("finance", "yingshou", FinanceDatabase.absurdReceivable(books.today()))));
    }

    private static KnownFault brokenText(Books books) {
        return new KnownFault(
                BROKEN_TEXT,
                "CRM有一个客户名称是乱码",
                "one account in the CRM has a name with broken characters",
                List.of(new Place(
                        "crm",
                        "accounts",
                        books.customers().get(Cast.BROKEN_TEXT).account())));
    }

    private static List<Place> leads(Stream<Lead> leads) {
        return leads.map(lead -> new Place("crm", "leads", "L" + lead.id())).toList();
    }
}
