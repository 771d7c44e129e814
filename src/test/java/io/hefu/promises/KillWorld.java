package io.hefu.promises;

import io.hefu.servers.Login;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;

/**
 * The world around the hub that is killed, which outlives it: an ERP and a finance system on PostgreSQL, a CRM on MariaDB,
 * a web shop behind HTTP, a mail server, and the hub's installation. What the hub writes to has no unique key on a
 * customer's number, so that a record written twice stands there twice.
 */
final class KillWorld implements AutoCloseable {
    /** The first day on which receivables are due. */
    static final LocalDate DUE = LocalDate.of(2027, 1, 20);

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

    /** Where the hub keeps its own tables. */
    enum HubKind {
        SQLITE,
        POSTGRESQL
    }

    final Path home;
    final Login erp = KillServers.postgres("erp");
    final Login finance = KillServers.postgres("finance");
    final Login crm = KillServers.mariadb("crm");
    final Login hub;
    final SmtpRecorder mails = new SmtpRecorder();
    final ShopServer shop = new ShopServer();
    final HubKind kind;
    final KillTime time = new KillTime(Instant.parse("2027-01-10T02:00:00Z"));

    KillWorld(Path folder, HubKind kind) throws IOException, SQLException {
        this.kind = kind;
        home = folder.resolve("home");
        hub = kind == HubKind.POSTGRESQL
                ? KillServers.postgres("hub")
                : new Login("jdbc:sqlite:" + home.resolve("hub.db"), "", "");
        execute(erp, ERP);
        execute(finance, FINANCE);
        execute(crm, CRM);
        new KillHome(this).write();
    }

    static void execute(Login database, String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() {
        mails.close();
        shop.close();
    }
}
