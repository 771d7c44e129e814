package io.hefu.demo.company.crm;

import io.hefu.demo.company.books.Attachment;
import io.hefu.demo.company.books.Books;
import io.hefu.demo.company.books.Cast;
import io.hefu.demo.company.books.Company;
import io.hefu.demo.company.books.Contact;
import io.hefu.demo.company.books.Customer;
import io.hefu.demo.company.books.Lead;
import io.hefu.demo.company.books.Line;
import io.hefu.demo.company.books.Offer;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** The books as the CRM keeps them. */
final class CrmRows {
    static final String ACCOUNTS = "accounts";
    static final String CONTACTS = "contacts";
    static final String LEADS = "leads";
    static final String OFFERS = "offers";
    static final String ATTACHMENTS = "attachments";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private CrmRows() {}

    /** Every resource with its rows; the late customer's account is not among them. */
    static Map<String, CrmTable> tables(Books books, Clock clock) {
        Map<String, CrmTable> tables = new LinkedHashMap<>();
        tables.put(ACCOUNTS, new CrmTable("A", "account_name", clock));
        tables.put(CONTACTS, new CrmTable("P", "", clock));
        tables.put(LEADS, new CrmTable("L", "lead_no", clock));
        tables.put(OFFERS, new CrmTable("Q", "offer_no", clock));
        tables.put(ATTACHMENTS, new CrmTable("D", "", clock));
        books.customers().stream()
                .filter(customer -> customer.crm().present() && customer.index() != Cast.LATE)
                .forEach(customer -> tables.get(ACCOUNTS).load(account(customer)));
        books.contacts().forEach(contact -> tables.get(CONTACTS).load(contact(contact)));
        for (Lead lead : books.leads()) {
            tables.get(LEADS).load(lead(lead));
            lead.attachments().forEach(document -> tables.get(ATTACHMENTS).load(attachment(lead, document)));
        }
        books.offers().forEach(offer -> tables.get(OFFERS).load(offer(offer)));
        return tables;
    }

    static Map<String, Object> account(Customer c) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(CrmTable.ID, c.account());
        row.put("account_name", c.crm().name());
        row.put("short_name", c.shortName());
        row.put("tax_no", c.crm().knowsTaxNo() ? c.taxNo() : "");
        row.put("erp_code", c.crm().knowsCode() ? c.code() : "");
        row.put("country", c.place().country());
        row.put("city", c.place().city());
        row.put("address", c.place().address());
        row.put("phone", c.place().phone());
        row.put("industry", c.industry());
        row.put("level", c.index() % 7 == 0 ? "A" : c.index() % 3 == 0 ? "B" : "C");
        row.put("owner", c.salesman());
        row.put("来源渠道", c.index() % 4 == 0 ? "广交会_2026春" : "老客户介绍");
        row.put("created_on", day(c.createdOn()));
        row.put(CrmTable.UPDATED, time(c.modified()));
        return row;
    }

    private static Map<String, Object> contact(Contact c) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(CrmTable.ID, "P" + c.id());
        row.put("account_id", c.customer().account());
        row.put("name", c.name());
        row.put("title", c.title());
        row.put("email", c.email());
        row.put("mobile", c.mobile());
        row.put("is_primary", c.primary());
        row.put("language", c.language());
        row.put(CrmTable.UPDATED, time(c.customer().modified()));
        return row;
    }

    private static Map<String, Object> lead(Lead l) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(CrmTable.ID, "L" + l.id());
        row.put("lead_no", l.number());
        row.put("lead_name", l.name());
        row.put("account_id", l.customer().account());
        row.put("quotation_status", l.stage().title());
        row.put("amount", l.amount());
        row.put("currency", l.customer().currency());
        row.put("owner", l.customer().salesman());
        row.put("expected_close", day(l.expectedClose()));
        row.put("stage_since", day(l.stageSince()));
        row.put("last_contact", day(l.lastContact()));
        row.put("next_action", l.nextAction());
        row.put("来源渠道", l.channel());
        row.put("screen_layout", "tabs:" + (l.id() % 3));
        row.put("attachments", l.attachments().stream().map(CrmRows::document).toList());
        row.put("created_on", day(l.createdOn()));
        row.put(CrmTable.UPDATED, time(l.updated()));
        return row;
    }

    private static Map<String, Object> document(Attachment a) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(CrmTable.ID, "D" + a.id());
        row.put("file_name", a.fileName());
        row.put("kind", a.kind());
        row.put("media_type", a.mediaType());
        row.put("sha256", a.sha256());
        row.put("size", a.size());
        row.put("uploaded_on", day(a.uploadedOn()));
        return row;
    }

    private static Map<String, Object> attachment(Lead lead, Attachment a) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(CrmTable.ID, "D" + a.id());
        row.put("lead_id", "L" + lead.id());
        row.putAll(document(a));
        row.put(CrmTable.UPDATED, time(lead.updated()));
        return row;
    }

    private static Map<String, Object> offer(Offer o) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put(CrmTable.ID, "Q" + o.id());
        row.put("offer_no", o.number());
        row.put("lead_id", o.lead().map(lead -> "L" + lead.id()).orElse(""));
        row.put("account_id", o.customer().account());
        row.put("version", o.version());
        row.put("offer_status", o.status());
        row.put("issued_on", day(o.issuedOn()));
        row.put("valid_until", day(o.validUntil()));
        row.put("currency", o.customer().currency());
        row.put("net", o.net());
        row.put("tax", o.tax());
        row.put("gross", o.gross());
        row.put("owner", o.customer().salesman());
        row.put("lines", o.lines().stream().map(CrmRows::line).toList());
        row.put(CrmTable.UPDATED, time(o.updated()));
        return row;
    }

    private static Map<String, Object> line(Line l) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("line_no", l.number());
        row.put("sku", l.product().code());
        row.put("name", l.product().name() + " " + l.product().specification());
        row.put("qty", l.quantity());
        row.put("unit", l.product().unit());
        row.put("price", l.price());
        row.put("tax_rate", l.taxRate());
        row.put("net", l.net());
        row.put("tax", l.tax());
        row.put("gross", l.gross());
        return row;
    }

    static String day(LocalDate day) {
        return day.format(DAY);
    }

    private static String time(LocalDateTime time) {
        return CrmTable.time(time.atZone(Company.ZONE).toOffsetDateTime());
    }
}
