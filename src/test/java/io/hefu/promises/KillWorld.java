package io.hefu.promises;

import io.hefu.Installation;
import io.hefu.servers.Login;
import io.hefu.servers.MariaDbServer;
import io.hefu.servers.PostgresServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The world around the hub that is killed, which outlives it: an ERP and a finance system on PostgreSQL, a CRM on MariaDB,
 * a mail server, and the hub's installation. The tables that the hub writes to have no unique key on a customer's number,
 * so that a record written twice stands there twice.
 */
final class KillWorld implements AutoCloseable {
    /** All receivables are due on this day. */
    static final String DUE = "2027-01-20";

    static final String BEFORE_DUE = "2027-01-10T02:00:00Z";
    static final String ON_DUE = "2027-01-20T02:00:00Z";

    private static final String ERP = """
            create sequence tick;
            create table employee (code text primary key, name text, mail text,
                changed bigint not null default nextval('tick'));
            create table customer (id text primary key, number text not null, name text not null, salesman text,
                changed bigint not null default nextval('tick'));
            create index customer_changed on customer (changed);
            insert into employee (code, name, mail) values ('S1', '陈志远', 'chen@heyuan.example');
            """;
    private static final String FINANCE = """
            create sequence tick;
            create table client (code text not null, name text not null);
            create table receivable (no text primary key, client text not null, due date, gross numeric(12,2),
                open numeric(12,2), changed bigint not null default nextval('tick'));
            create index receivable_changed on receivable (changed);
            """;
    private static final String CRM = """
            create table account (id bigint auto_increment primary key, number varchar(20), name varchar(100),
                changed timestamp(6) not null default current_timestamp(6) on update current_timestamp(6))
            """;
    private static final List<String> SHIPPED = List.of(
            "mappings/dictionary",
            "mappings/smtp",
            "config/templates",
            "routes/way.camel.yaml",
            "routes/errors.camel.yaml");

    final Path home;
    final Login erp;
    final Login finance;
    final Login crm;
    final SmtpRecorder mails;
    private final PostgresServer postgres;
    private final MariaDbServer mariadb;

    KillWorld(Path folder) throws IOException, SQLException {
        home = folder.resolve("home");
        postgres = PostgresServer.start(folder.resolve("postgres"));
        mariadb = MariaDbServer.start(folder.resolve("mariadb"));
        erp = postgres.database("erp");
        finance = postgres.database("finance");
        crm = mariadb.database("crm");
        mails = new SmtpRecorder();
        execute(erp, ERP);
        execute(finance, FINANCE);
        execute(crm, CRM);
        SHIPPED.forEach(this::copy);
        installation();
    }

    static void execute(Login database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void installation() {
        file("config/application.yaml", """
                hub: {url: "jdbc:sqlite:${home}/hub.db"}
                zone: Asia/Shanghai
                placeholders:
                  mail: {port: "%d"}
                """.formatted(mails.port()));
        database("erp", erp, "");
        database("finance", finance, switchedOn("customer"));
        database("crm", crm, switchedOn("customer"));
        file("config/systems/smtp.system.yaml", """
                system: smtp
                title: {zh: 发信服务器, en: Mail server}
                kind: smtp
                zone: Asia/Shanghai
                transport: direct:smtp-out
                from: hub@example.com
                %s""".formatted(switchedOn("reminder")));
        file("routes/mail.camel.yaml", """
                - route:
                    id: smtp-out
                    from:
                      uri: direct:smtp-out
                      steps:
                        - removeHeaders: {pattern: "*", excludePattern: "To|From|Subject|Message-ID|contentType"}
                        - to: {uri: "smtp://127.0.0.1:{{mail.port}}"}
                """);
        file("config/rules/reminders.rules.yaml", """
                - id: reminder-on-the-day
                  title: {zh: 到期日提醒业务员, en: "Remind the salesperson on the day a receivable is due"}
                  of: receivable
                  when: has(record.open) && record.open.isPositive()
                  then: {remind: {step: due, to: salesperson, template: reminder-due}}
                  mode: enforce
                  owner: finance
                  clock: {field: due, offset: "0d", at: "00:01", onHoliday: same}
                  examples:
                    - {given: {due: "2026-11-30", open: 1.00 CNY}, today: "2026-11-30", expect: remind}
                """);
        mappings();
    }

    private void mappings() {
        file("mappings/erp/employee.mapping.yaml", """
                system: erp
                entity: employee
                read: {resource: employee, key: code, changed: changed, overlap: 0s}
                fields: {number: code, name: name, mail: mail}
                """);
        file("mappings/erp/customer.mapping.yaml", """
                system: erp
                entity: customer
                read: {resource: customer, key: id, changed: changed, overlap: 0s, batch: 20}
                fields:
                  number: number
                  name: name
                  salesperson: {from: salesman, by: number}
                """);
        file("mappings/crm/customer.mapping.yaml", """
                system: crm
                entity: customer
                read: {resource: account, key: id, changed: changed, overlap: 5s, batch: 20}
                fields: {number: number, name: name}
                write:
                  create: {find: number}
                  update: [name]
                """);
        file("mappings/finance/customer.mapping.yaml", """
                system: finance
                entity: customer
                fields: {number: code, name: name}
                write:
                  resource: client
                  key: code
                  create: {find: code}
                  update: [name]
                """);
        file("mappings/finance/receivable.mapping.yaml", """
                system: finance
                entity: receivable
                read: {resource: receivable, key: "no", changed: changed, overlap: 0s, batch: 20}
                fields:
                  number: "no"
                  customer: {from: client, by: number}
                  due: due
                  gross: {from: gross, currency: CNY}
                  open: {from: open, currency: CNY}
                """);
    }

    private void database(String name, Login login, String more) {
        file("config/" + name + ".secret", login.password());
        file("config/systems/" + name + ".system.yaml", """
                system: %1$s
                title: {zh: %1$s, en: %1$s}
                kind: jdbc
                zone: Asia/Shanghai
                url: "%2$s"
                user: %3$s
                secret: file:%1$s.secret
                %4$s""".formatted(name, login.jdbcUrl(), login.user(), more));
    }

    private static String switchedOn(String entity) {
        return "writing:\n  " + entity + ": {enabled: true, by: 王芳, since: \"2026-11-20\", plan: p1}\n";
    }

    private void file(String path, String text) {
        try {
            Path file = home.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    private void copy(String shipped) {
        try (Stream<Path> files = Files.walk(Installation.SHIPPED.resolve(shipped))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to = home.resolve(Installation.SHIPPED.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        }
    }

    @Override
    public void close() {
        mails.close();
        mariadb.close();
        postgres.close();
    }
}
