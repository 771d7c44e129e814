package io.hefu.promises;

import io.hefu.Installation;
import io.hefu.store.HubSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A small trading company: an ERP, a CRM and a finance system, each a real database, and a folder of definitions with the
 * shipped dictionary, rules and templates. Every table says in {@code changed} when a row last changed, as the systems do.
 *
 * <p>ERP and CRM have customers and are told of each other's; finance is told of them and has receivables of its own.
 */
final class Trade {
    private static final String ERP = """
            create table customer (id text primary key, number text, name text, tax text, phone text, mail text,
                city text, parent text, salesman text, credit text, changed integer);
            create table employee (code text primary key, name text, mail text, changed integer);
            create table sales_order (no text primary key, customer text, day text, delivery text, state text,
                net text, tax text, gross text, terms text, salesman text, changed integer);
            """;
    private static final String CRM = """
            create table account (id integer primary key autoincrement, number text, name text, tax text, phone text,
                mail text, city text, level text, changed integer);
            create table lead (no text primary key, account text, stage text, title text, amount text,
                changed integer);
            """;
    private static final String FINANCE = """
            create table client (code text primary key, name text, tax text, phone text, changed integer);
            create table sales_order (no text primary key, client text, gross text, terms text, changed integer);
            create table instalment (order_no text, seq integer, due text, gross text,
                primary key (order_no, seq));
            create table receivable (no text primary key, client text, due text, gross text, open text, hold integer,
                changed integer);
            create table receipt (no text primary key, client text, amount text, changed integer);
            create table allocation (no text primary key, receipt text, receivable text, amount text, changed integer);
            """;

    static final String COMPANY = "company: {zh: 宁波合远进出口有限公司, en: Ningbo Heyuan}\n";

    final Path home;
    final Sqlite erp;
    final Sqlite crm;
    final Sqlite finance;
    final ShiftableClock clock = new ShiftableClock();
    final MailRecorder mails = new MailRecorder();

    Trade(Path folder) {
        home = folder.resolve("home");
        copy("mappings/dictionary");
        copy("config/templates");
        copy("config/rules");
        erp = database(folder, "erp", ERP);
        crm = database(folder, "crm", CRM);
        finance = database(folder, "finance", FINANCE);
        file("config/application.yaml", "hub: {url: \"jdbc:sqlite:${home}/hub.db\"}\n" + COMPANY);
        system("erp", "customer");
        system("crm", "customer", "opportunity");
        system("finance", "customer", "order");
        file("config/systems/smtp.system.yaml", """
                system: smtp
                title: {zh: 发信服务器, en: Mail server}
                kind: smtp
                zone: Asia/Shanghai
                transport: direct:smtp-out
                from: hub@example.com
                writing:
                  reminder: {enabled: true, by: 王芳, since: "2026-11-20", plan: p1}
                """);
        copy("mappings/smtp");
        customers();
        selling();
        books();
    }

    private void customers() {
        file("mappings/erp/customer.mapping.yaml", """
                system: erp
                entity: customer
                read: {resource: customer, key: id, changed: changed, overlap: 0s, batch: 100}
                fields:
                  number: number
                  name: name
                  taxNumber: tax
                  phone: phone
                  mail: mail
                  city: city
                  parent: parent
                  salesperson: {from: salesman, by: number}
                  creditLimit: {from: credit, currency: CNY}
                write:
                  update: [name, phone, mail, city]
                """);
        file("mappings/crm/customer.mapping.yaml", """
                system: crm
                entity: customer
                read: {resource: account, key: id, changed: changed, overlap: 0s, batch: 100}
                fields:
                  number: number
                  name: name
                  taxNumber: tax
                  phone: phone
                  mail: mail
                  city: city
                  level: level
                write:
                  create: {find: number, fields: [number, name, taxNumber, phone, mail, city]}
                  update: [number, name, phone, mail, city]
                  delete: always
                """);
        file("mappings/finance/customer.mapping.yaml", """
                system: finance
                entity: customer
                fields:
                  number: code
                  name: name
                  taxNumber: tax
                  phone: phone
                write:
                  resource: client
                  key: code
                  create: {find: code, fields: [number, name, phone]}
                  update: [name, phone]
                  when: has(record.number) && record.number != 'SECRET'
                """);
    }

    private void selling() {
        file("mappings/erp/employee.mapping.yaml", """
                system: erp
                entity: employee
                read: {resource: employee, key: code, changed: changed, overlap: 0s}
                fields: {number: code, name: name, mail: mail}
                """);
        file("mappings/crm/opportunity.mapping.yaml", """
                system: crm
                entity: opportunity
                read: {resource: lead, key: "no", changed: changed, overlap: 0s}
                fields:
                  number: "no"
                  customer: account
                  name: title
                  stage: {from: stage, codes: {待联系: first-contact, 需求确认: need-confirmed, 已报价: offer, 评审: technical-review, 谈判: negotiation, 已签约: signed, 输单: lost}}
                  expected: {from: amount, currency: CNY}
                write:
                  update: [name, stage, expected]
                """);
        file("mappings/erp/order.mapping.yaml", """
                system: erp
                entity: order
                read: {resource: sales_order, key: "no", changed: changed, overlap: 0s}
                fields:
                  number: "no"
                  customer: customer
                  date: {from: day, format: yyyyMMdd}
                  delivery: {from: delivery, format: yyyyMMdd}
                  state: {from: state, codes: {A: draft, B: submitted, C: approved, D: closed, E: cancelled}}
                  net: {from: net, currency: CNY}
                  tax: {from: tax, currency: CNY}
                  gross: {from: gross, currency: CNY}
                  paymentTerms: {from: terms, codes: {NET30: net-30, D30N30: deposit-30-net-30}}
                  salesperson: {from: salesman, by: number}
                """);
    }

    private void books() {
        file("mappings/finance/order.mapping.yaml", """
                system: finance
                entity: order
                fields:
                  number: "no"
                  customer: client
                  gross: {from: gross, currency: CNY}
                  paymentPlan:
                    from: plan
                    each:
                      number: seq
                      due: {from: due, format: yyyyMMdd}
                      gross: {from: gross, currency: CNY}
                write:
                  resource: sales_order
                  key: "no"
                  create: {find: "no"}
                  update: [gross, paymentPlan]
                  when: has(record.state) && record.state == 'approved'
                """);
        file("mappings/finance/receivable.mapping.yaml", """
                system: finance
                entity: receivable
                read: {resource: receivable, key: "no", changed: changed, overlap: 0s}
                fields:
                  number: "no"
                  customer: {from: client, by: number}
                  due: {from: due, format: yyyyMMdd}
                  gross: {from: gross, currency: CNY}
                  open: {from: open, currency: CNY}
                  hold: {from: hold, codes: {1: true, 0: false}}
                """);
        file("mappings/finance/receipt.mapping.yaml", """
                system: finance
                entity: receipt
                read: {resource: receipt, key: "no", changed: changed, overlap: 0s}
                fields:
                  number: "no"
                  customer: {from: client, by: number}
                  amount: {from: amount, currency: CNY}
                """);
        file("mappings/finance/allocation.mapping.yaml", """
                system: finance
                entity: allocation
                read: {resource: allocation, key: "no", changed: changed, overlap: 0s}
                fields:
                  number: "no"
                  receipt: receipt
                  receivable: receivable
                  amount: {from: amount, currency: CNY}
                """);
    }

    /** A system's file, with writing switched on for these entities. */
    Trade system(String name, String... written) {
        StringBuilder text =
                new StringBuilder("""
                system: %1$s
                title: {zh: %1$s, en: %1$s}
                kind: jdbc
                zone: Asia/Shanghai
                url: "jdbc:sqlite:%2$s"
                """.formatted(name, home.getParent().resolve(name + ".db")));
        if (name.equals("finance")) {
            text.append("resources: {sales_order: {table: sales_order, children: {plan: {table: instalment, parent:"
                    + " order_no, key: seq}}}}\n");
        }
        if (written.length > 0) {
            text.append("writing:\n");
            for (String entity : written) {
                text.append("  " + entity + ": {enabled: true, by: 王芳, since: \"2026-11-20\", plan: p1}\n");
            }
        }
        return file("config/systems/" + name + ".system.yaml", text.toString());
    }

    Trade hubIn(HubSettings database) {
        return file("config/application.yaml", "hub: {url: \"%s\"}\n".formatted(database.url()) + COMPANY);
    }

    TestHub hub() {
        return TestHub.open(home, clock, mails);
    }

    Trade file(String path, String text) {
        try {
            Path file = home.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Edits a file as a person would. */
    Trade edit(String path, String before, String after) {
        try {
            String text = Files.readString(home.resolve(path));
            if (!text.contains(before)) {
                throw new IllegalArgumentException(path + " has no " + before);
            }
            return file(path, text.replace(before, after));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    Trade without(String path) {
        try {
            Files.delete(home.resolve(path));
            return this;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Sqlite database(Path folder, String name, String schema) {
        Sqlite database = new Sqlite(folder.resolve(name + ".db"), schema);
        List<String> tables = Stream.of(schema.split(";"))
                .filter(statement -> statement.contains("changed integer"))
                .map(statement -> statement.strip().split(" ")[2])
                .toList();
        tables.forEach(table -> stamped(database, table));
        return database;
    }

    /** Whoever writes, the table itself says when. */
    private static void stamped(Sqlite database, String table) {
        String stamp = "update " + table + " set changed = (select coalesce(max(changed), 0) + 1 from " + table
                + ") where rowid = new.rowid";
        database.execute("create index " + table + "_changed on " + table + " (changed)");
        database.execute("create trigger " + table + "_inserted after insert on " + table
                + " when new.changed is null begin " + stamp + "; end");
        database.execute("create trigger " + table + "_updated after update on " + table
                + " when new.changed is old.changed begin " + stamp + "; end");
    }

    /** A folder of the shipped installation, or a file. */
    void copy(String folder) {
        Path from = Installation.SHIPPED.resolve(folder);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = file.equals(from)
                        ? home.resolve(folder)
                        : home.resolve(folder).resolve(from.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
