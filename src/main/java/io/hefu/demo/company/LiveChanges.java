package io.hefu.demo.company;

import io.hefu.demo.company.books.Attachment;
import io.hefu.demo.company.books.Books;
import io.hefu.demo.company.books.Cast;
import io.hefu.demo.company.books.Company;
import io.hefu.demo.company.books.Lead;
import io.hefu.demo.company.books.Order;
import io.hefu.demo.company.books.Receipt;
import io.hefu.demo.company.books.Receivable;
import io.hefu.demo.company.books.Stage;
import io.hefu.demo.company.crm.LegacyCrm;
import io.hefu.demo.company.databases.ErpClerk;
import io.hefu.demo.company.databases.FinanceClerk;
import io.hefu.demo.company.mailroom.MailStories;
import io.hefu.demo.company.mailroom.Postman;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What people do in the four systems while the demo runs. Each call is one real change and returns the number of what it
 * concerned, so that it can be followed through the other systems.
 */
public final class LiveChanges {
    private final Books books;
    private final Clock clock;
    private final ErpClerk erp;
    private final FinanceClerk finance;
    private final LegacyCrm crm;
    private final Postman postman;
    private final AtomicInteger orders = new AtomicInteger();
    private final AtomicInteger payments = new AtomicInteger();
    private final AtomicInteger mails = new AtomicInteger();

    LiveChanges(Books books, Clock clock, ErpClerk erp, FinanceClerk finance, LegacyCrm crm, Postman postman) {
        this.books = books;
        this.clock = clock;
        this.erp = erp;
        this.finance = finance;
        this.crm = crm;
        this.postman = postman;
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS);
    }

    /** ERP: a new order comes in and is approved at once. */
    public String newApprovedOrder() {
        Order order = books.anotherOrder(orders.incrementAndGet(), now());
        asked(() -> erp.enter(order));
        return order.number();
    }

    /** ERP: the oldest order in approval is approved; each call may be given the number of another. */
    public String approveOrder() {
        String number = books.orders().stream()
                .filter(order -> order.status() == 'B')
                .map(Order::number)
                .findFirst()
                .orElseThrow();
        approveOrder(number);
        return number;
    }

    public void approveOrder(String number) {
        asked(() -> erp.approve(number, now()));
    }

    /** ERP: a customer moves house. Returns the customer's code. */
    public String customerMoves() {
        String code = books.customers().get(Cast.OVERDUE).code();
        asked(() -> erp.moveHouse(code, "宁波市鄞州区启明路818号新厂", now()));
        return code;
    }

    /** Finance: the invoice that has been overdue for three days is paid in full. Returns the receivable's number. */
    public String registerPayment() {
        String number = books.receivables().stream()
                .filter(r -> r.order().customer().index() == Cast.OVERDUE
                        && r.balance().signum() > 0)
                .filter(r -> r.instalment().due().isBefore(books.today()))
                .map(Receivable::number)
                .findFirst()
                .orElseThrow();
        registerPayment(number);
        return number;
    }

    /** Finance: everything that this receivable of the books still owes is paid. Returns the receipt's number. */
    public String registerPayment(String receivableNumber) {
        Receivable receivable = books.receivables().stream()
                .filter(r -> r.number().equals(receivableNumber))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the books have no receivable " + receivableNumber));
        LocalDateTime now = now();
        String number = "SK-" + now.getYear() + "-8%04d".formatted(payments.incrementAndGet());
        asked(() -> {
            BigDecimal owed = finance.balance(receivableNumber);
            finance.register(new Receipt(
                    number,
                    receivable.order().customer(),
                    now.toLocalDate(),
                    owed,
                    List.of(new Receipt.Allocation(receivableNumber, owed)),
                    "电汇",
                    "B" + number.replace("-", ""),
                    "货款 " + receivable.order().number(),
                    now));
        });
        return number;
    }

    /** CRM: an opportunity whose offer is there moves on to the technical review. Returns its number. */
    public String moveLead() {
        Lead lead = books.leads().stream()
                .filter(l -> l.stage() == Stage.OFFER)
                .filter(l -> l.attachments().stream().anyMatch(d -> d.kind().equals(Attachment.OFFER)))
                .findFirst()
                .orElseThrow();
        crm.moveLead(lead.number(), Stage.TECHNICAL_REVIEW);
        return lead.number();
    }

    /** CRM: that opportunity moves to that stage. */
    public void moveLead(String leadNumber, Stage stage) {
        crm.moveLead(leadNumber, stage);
    }

    /** CRM: the upgrade that renames {@code quotation_status} to {@code quote_stage}, with other values. */
    public void renameCrmField() {
        crm.renameStageField();
    }

    /** CRM: that account no longer appears by itself, however often the quotes are read. */
    public void keepLateCustomerBack() {
        crm.keepLateAccountBack();
    }

    /** CRM: the account of the customer whose quote was there first; it also appears by itself after the quotes were read. */
    public String lateCustomerArrives() {
        crm.showLateAccount();
        return books.customers().get(Cast.LATE).account();
    }

    /** Mailbox: the salesperson sends the PDF of the offer that was missing. Returns the opportunity's number. */
    public String newMail() {
        Lead lead = KnownFaults.withoutOffer(books);
        ZonedDateTime date = now().atZone(Company.ZONE);
        postman.deliver(List.of(new MailStories(books).offerPdf("offer-late-" + mails.incrementAndGet(), lead, date)));
        return lead.number();
    }

    /** The company's rows in the CRM, for edits that have no method here. */
    public LegacyCrm crm() {
        return crm;
    }

    /** A change in a database. */
    private interface Change {
        void make() throws SQLException;
    }

    private static void asked(Change change) {
        try {
            change.make();
        } catch (SQLException failed) {
            throw new IllegalStateException("the demo could not change its own database", failed);
        }
    }
}
