package io.hefu.demo.company.mailroom;

import io.hefu.demo.company.books.Attachment;
import io.hefu.demo.company.books.Books;
import io.hefu.demo.company.books.Cast;
import io.hefu.demo.company.books.Company;
import io.hefu.demo.company.books.Contact;
import io.hefu.demo.company.books.Customer;
import io.hefu.demo.company.books.Employee;
import io.hefu.demo.company.books.Lead;
import io.hefu.demo.company.books.Order;
import io.hefu.demo.company.books.Stage;
import io.hefu.demo.company.mailroom.Letter.File;
import io.hefu.demo.company.mailroom.Letter.Person;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** What people wrote to the hub's mailbox before the demo began, about opportunities and orders in the books. */
public final class MailStories {
    public static final String HUB = "hub@" + Company.DOMAIN;
    public static final String HUB_PASSWORD = "hub-opens-mail";

    /** The four-byte character of the mail in GB18030, which GBK does not have. */
    public static final String FOUR_BYTES = "㐂𠮷";

    private static final String PDF = "application/pdf";

    private final Books books;

    public MailStories(Books books) {
        this.books = books;
    }

    public List<Mail> all() {
        List<Mail> mails = new ArrayList<>();
        mails.add(enquiry());
        mails.add(enquiryInGb18030());
        mails.add(contractWithRawHeader());
        mails.add(offerPdf("offer-pdf", lead(Stage.OFFER, 1), at(2, 10)));
        mails.add(orderConfirmation());
        mails.add(paymentNotice());
        mails.add(comparison());
        mails.add(minutes());
        mails.add(english());
        mails.add(newsletter());
        return List.copyOf(mails);
    }

    private Mail enquiry() {
        Person buyer = buyer(lead(Stage.NEED_CONFIRMED, 0).customer());
        return Letter.utf8()
                .write(
                        "enquiry-utf8",
                        buyer,
                        HUB,
                        at(3, 9),
                        "询价：伺服电机 750W 20台，请本周五前报价",
                        "您好，\n请报伺服电机 750W 220V 20台，含税含运费。\n谢谢！");
    }

    private Mail enquiryInGb18030() {
        Lead lead = lead(Stage.NEED_CONFIRMED, 1);
        byte[] table = TinyFiles.gb18030("品名,规格,数量\r\n直线导轨,HGR20 1m,120\r\n" + FOUR_BYTES + "型滚珠丝杠,SFU1605,40\r\n");
        return Letter.gb18030()
                .with(new File("询价单.csv", "text/csv", table))
                .write(
                        "enquiry-gb18030",
                        buyer(lead.customer()),
                        HUB,
                        at(3, 11),
                        "询价单" + FOUR_BYTES + " " + lead.number(),
                        "附件是询价单，请镕工核对" + FOUR_BYTES + "型号。");
    }

    private Mail contractWithRawHeader() {
        Lead lead = lead(Stage.NEGOTIATION, 0);
        return Letter.rawGbk()
                .with(new File("合同扫描件.jpg", "image/jpeg", TinyFiles.jpeg()))
                .write(
                        "contract-raw-gbk",
                        buyer(lead.customer()),
                        HUB,
                        at(2, 9),
                        "回传：已签章合同 " + lead.number(),
                        "合同已签字盖章，扫描件见附件。");
    }

    /** A salesperson sends the offer of that opportunity as a PDF; its number stands in the subject. */
    public Mail offerPdf(String key, Lead lead, ZonedDateTime date) {
        byte[] pdf = offerFile(lead);
        return Letter.utf8()
                .with(new File(Attachment.OFFER + "_" + lead.number() + ".pdf", PDF, pdf))
                .write(
                        key,
                        salesperson(lead.customer()),
                        HUB,
                        date,
                        "报价单 " + lead.number() + " 请归档",
                        "报价单PDF见附件，请归档到商机。");
    }

    /** The PDF that {@link #offerPdf} sends for that opportunity. */
    static byte[] offerFile(Lead lead) {
        return TinyFiles.pdf("Offer " + lead.number() + " total " + lead.amount());
    }

    private Mail orderConfirmation() {
        Order order = books.orders().stream()
                .filter(o -> o.approved() && !o.delivered() && !o.customer().abroad())
                .findFirst()
                .orElseThrow();
        return Letter.utf8()
                .write(
                        "order-confirmation",
                        buyer(order.customer()),
                        HUB,
                        at(2, 14),
                        "订单确认 " + order.number(),
                        "贵司订单 " + order.number() + " 已确认，请按期交货。");
    }

    private Mail paymentNotice() {
        byte[] table = TinyFiles.gb18030("付款日期,金额,摘要\r\n" + books.today().minusDays(1) + ",\"20,000.00\",往来款\r\n");
        return Letter.gb18030()
                .with(new File("付款明细.csv", "text/csv", table))
                .write(
                        "payment-notice",
                        buyer(books.customers().get(Cast.UNALLOCATED)),
                        HUB,
                        at(1, 16),
                        "付款通知：20,000.00元",
                        "今日已付 20,000.00 元，请查收。");
    }

    private Mail comparison() {
        Lead lead = lead(Stage.OFFER, 2);
        return Letter.utf8()
                .write(
                        "comparison",
                        buyer(lead.customer()),
                        HUB,
                        at(1, 10),
                        "Re: 报价 " + lead.number(),
                        "价格我们还要和另外两家对比一下，下周答复。");
    }

    private Mail minutes() {
        Lead lead = lead(Stage.TECHNICAL_REVIEW, 0);
        byte[] pdf = TinyFiles.pdf("Minutes of the technical review " + lead.number());
        return Letter.utf8()
                .with(new File("技术评审纪要.pdf", PDF, pdf))
                .write(
                        "technical-minutes",
                        salesperson(lead.customer()),
                        HUB,
                        at(1, 15),
                        "技术评审纪要 " + lead.number(),
                        "评审通过，纪要见附件。");
    }

    private Mail english() {
        Customer abroad =
                books.customers().stream().filter(Customer::abroad).findFirst().orElseThrow();
        return Letter.utf8()
                .write(
                        "enquiry-english",
                        buyer(abroad),
                        HUB,
                        at(1, 17),
                        "Enquiry: floodlights 100W, 500 pcs",
                        "Hello,\nplease quote 500 pcs, FOB Ningbo.\n.\nBest regards");
    }

    private Mail newsletter() {
        Person fair = new Person("展会快讯", "news@fair-express.example");
        return Letter.utf8().write("newsletter", fair, HUB, at(1, 8), "本周展会快讯", "与贵司业务无关的群发邮件。");
    }

    private ZonedDateTime at(int daysAgo, int hour) {
        return books.today().minusDays(daysAgo).atTime(hour, 12).atZone(Company.ZONE);
    }

    /** The n-th opportunity of that stage, counted from 0, of a Chinese customer. */
    private Lead lead(Stage stage, int n) {
        return books.leads().stream()
                .filter(lead -> lead.stage() == stage && !lead.customer().abroad())
                .skip(n)
                .findFirst()
                .orElseThrow();
    }

    private Person buyer(Customer customer) {
        return books.contacts().stream()
                .filter(contact -> contact.primary() && contact.customer().equals(customer))
                .findFirst()
                .map(MailStories::person)
                .orElseGet(() -> new Person(customer.shortName(), "office@" + customer.domain()));
    }

    private static Person person(Contact contact) {
        return new Person(contact.name(), contact.email());
    }

    private Person salesperson(Customer customer) {
        return books.employees().stream()
                .filter(employee -> employee.code().equals(customer.salesman()))
                .findFirst()
                .map(MailStories::person)
                .orElseThrow();
    }

    private static Person person(Employee employee) {
        return new Person(employee.name(), employee.email());
    }
}
