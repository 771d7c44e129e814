package io.hefu.cli;

import io.hefu.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** An installation of its own with the shipped dictionary and rules, and two systems that are SQLite files: CRM and finance. */
public final class SmallCompany {
    private static final List<String> SHIPPED = List.of(
            "mappings/dictionary",
            "config/rules",
            "config/templates",
            "config/calendar",
            "routes/way.camel.yaml",
            "routes/errors.camel.yaml",
            "routes/hub.camel.yaml");
    static final String NAME = "company: {zh: 宁波合远进出口有限公司, en: Ningbo Heyuan}\n";
    private static final String SYSTEM = """
            system: %s
            title: {zh: %s, en: %s}
            kind: jdbc
            zone: Asia/Shanghai
            url: "jdbc:sqlite:%s"
            %s""";
    private static final String CUSTOMER = """
            system: crm
            entity: customer
            read: {resource: accounts, key: id}
            fields:
              number: account_no
              name: account_name
            """;
    private static final String OPPORTUNITY = """
            system: crm
            entity: opportunity
            read: {resource: leads, key: id}
            fields:
              number: lead_no
              customer: {from: account_id}
              stage: {from: quotation_status, codes: {待联系: first-contact, 需求确认: need-confirmed, 已报价: offer}}
              expected: {from: amount, currency: CNY}
            """;
    private static final String FINANCE_CUSTOMER = """
            system: finance
            entity: customer
            fields:
              number: code
              name: name
            write:
              resource: debtors
              key: id
              update: [name]
              create: {find: code}
              delete: never
            """;

    private final Path folder;

    private SmallCompany(Path folder) {
        this.folder = folder;
    }

    /** Two customers, one of them spelt with markup; four leads: one plain, one without its document, one unknown code, one early. */
    public static SmallCompany in(Path folder) {
        SmallCompany company = new SmallCompany(folder);
        SHIPPED.forEach(company::ship);
        company.write("config/application.yaml", NAME);
        company.write(
                "config/systems/crm.system.yaml",
                SYSTEM.formatted("crm", "旧CRM", "Legacy CRM", company.file("crm.db"), ""));
        company.writing(false);
        company.write("mappings/crm/customer.mapping.yaml", CUSTOMER);
        company.write("mappings/crm/opportunity.mapping.yaml", OPPORTUNITY);
        company.write("mappings/finance/customer.mapping.yaml", FINANCE_CUSTOMER);
        company.sql(
                "crm.db",
                "create table accounts (id integer primary key, account_no text, account_name text)",
                "create table leads (id integer primary key, lead_no text, account_id integer, quotation_status text, amount numeric)",
                "insert into accounts values (1, 'C00001', '深圳市蓝海电子股份有限公司'), (2, 'C00002', '<script>alert(1)</script>有限公司'),"
                        + " (3, 'C00003', '深圳市蓝海电子股份有限公司 ')",
                "insert into leads values (1, 'SJ-2026-0001', 1, '需求确认', 120000), (2, 'SJ-2026-0002', 2, '需求确认', 88000),"
                        + " (3, 'SJ-2026-0003', 1, '已成交', 5), (4, 'SJ-2026-0004', 9, '待联系', 7)");
        company.sql("finance.db", "create table debtors (id integer primary key, code text, name text)");
        return company;
    }

    public Path folder() {
        return folder;
    }

    SmallCompany writing(boolean on) {
        String writing = on
                ? "writing: {customer: {enabled: true, by: 王芳, since: \"2026-11-20\", plan: p1}}\n"
                : "writing: {customer: {enabled: false}}\n";
        write(
                "config/systems/finance.system.yaml",
                SYSTEM.formatted("finance", "财务系统", "Finance", file("finance.db"), writing));
        return this;
    }

    public SmallCompany crm(String... statements) {
        sql("crm.db", statements);
        return this;
    }

    /** Lets anybody read a file. */
    void open(String name) {
        try {
            Files.setPosixFilePermissions(folder.resolve(name), PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    void write(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** How many rows a query of the finance system's database counts. */
    int finance(String query) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file("finance.db"));
                Statement statement = connection.createStatement()) {
            return statement.executeQuery(query).getInt(1);
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private Path file(String name) {
        return folder.resolve(name);
    }

    private void sql(String database, String... statements) {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file(database));
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private void ship(String name) {
        Path from = Installation.SHIPPED.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(Installation.SHIPPED.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
