package io.hefu.demo.company;

import io.hefu.demo.company.books.Books;
import io.hefu.demo.company.books.Employee;
import io.hefu.demo.company.crm.LegacyCrm;
import io.hefu.demo.company.databases.ErpClerk;
import io.hefu.demo.company.databases.ErpDatabase;
import io.hefu.demo.company.databases.FinanceClerk;
import io.hefu.demo.company.databases.FinanceDatabase;
import io.hefu.demo.company.mailroom.MailStories;
import io.hefu.demo.company.mailroom.Postman;
import io.hefu.servers.Login;
import io.hefu.servers.MailServer;
import io.hefu.servers.MariaDbServer;
import io.hefu.servers.PostgresServer;
import io.hefu.servers.ServerFailure;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * The demo company's four systems, running: an ERP on PostgreSQL, finance on MariaDB, a legacy CRM behind HTTP and a mail
 * server. Whatever the directory held of an earlier demo is made anew.
 */
public final class DemoCompany implements AutoCloseable {
    private final Books books;
    private final Endpoints endpoints;
    private final LiveChanges changes;
    private final Clock clock;
    private final Deque<AutoCloseable> servers;

    private DemoCompany(
            Books books, Endpoints endpoints, LiveChanges changes, Clock clock, Deque<AutoCloseable> servers) {
        this.clock = clock;
        this.books = books;
        this.endpoints = endpoints;
        this.changes = changes;
        this.servers = servers;
    }

    /** Starts all four side by side, loads them from that seed, and plays that day. */
    public static DemoCompany start(Path dataDirectory, LocalDate today, long seed) {
        Books books = Books.of(today, seed);
        Deque<AutoCloseable> servers = new ArrayDeque<>();
        // on this thread and first: a logging system that is first used by two threads at once logs everything
        MailServer mail = kept(servers, MailServer.start());
        CompletableFuture<Login> erp = CompletableFuture.supplyAsync(() -> erp(dataDirectory, books, servers));
        CompletableFuture<Login> finance = CompletableFuture.supplyAsync(() -> finance(dataDirectory, books, servers));
        try {
            Clock clock = CompanyClock.on(today);
            LegacyCrm crm = kept(servers, LegacyCrm.start(books, clock));
            Postman postman = fillMailboxes(mail, books);
            LiveChanges changes = new LiveChanges(
                    books, clock, new ErpClerk(erp.join()), new FinanceClerk(finance.join()), crm, postman);
            return new DemoCompany(books, endpoints(erp.join(), finance.join(), crm, mail), changes, clock, servers);
        } catch (RuntimeException failed) {
            CompletableFuture.allOf(erp, finance).exceptionally(also -> null).join();
            closeAll(servers);
            throw failed instanceof CompletionException && failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : failed;
        }
    }

    private static Login erp(Path directory, Books books, Deque<AutoCloseable> servers) {
        PostgresServer server = kept(servers, PostgresServer.start(directory.resolve("erp")));
        Login owner = server.database("erp");
        return loaded("ERP", owner, () -> ErpDatabase.load(owner, books));
    }

    private static Login finance(Path directory, Books books, Deque<AutoCloseable> servers) {
        MariaDbServer server = kept(servers, MariaDbServer.start(directory.resolve("finance")));
        Login owner = server.database("finance");
        return loaded("finance", owner, () -> FinanceDatabase.load(owner, books));
    }

    /** Loading a database. */
    private interface Load {
        void run() throws SQLException;
    }

    private static Login loaded(String name, Login owner, Load load) {
        try {
            load.run();
            return owner;
        } catch (SQLException failed) {
            throw new ServerFailure("the demo's " + name + " database could not be loaded", failed);
        }
    }

    private static Postman fillMailboxes(MailServer mail, Books books) {
        mail.mailbox(MailStories.HUB, MailStories.HUB_PASSWORD);
        books.employees().stream().map(Employee::email).forEach(address -> mail.mailbox(address, address));
        Postman postman = new Postman(mail.host(), mail.smtpPort());
        postman.deliver(new MailStories(books).all());
        return postman;
    }

    private static Endpoints endpoints(Login erp, Login finance, LegacyCrm crm, MailServer mail) {
        return new Endpoints(
                new Login(erp.jdbcUrl(), ErpDatabase.HUB, ErpDatabase.HUB_PASSWORD),
                new Login(finance.jdbcUrl(), FinanceDatabase.HUB, FinanceDatabase.HUB_PASSWORD),
                new Endpoints.Crm(crm.baseUrl(), LegacyCrm.API_KEY, LegacyCrm.USER, LegacyCrm.PASSWORD),
                new Endpoints.Mail(
                        mail.host(),
                        mail.smtpPort(),
                        mail.imapPort(),
                        MailStories.HUB,
                        MailStories.HUB,
                        MailStories.HUB_PASSWORD));
    }

    private static <S extends AutoCloseable> S kept(Deque<AutoCloseable> servers, S server) {
        synchronized (servers) {
            servers.push(server);
        }
        return server;
    }

    public Endpoints endpoints() {
        return endpoints;
    }

    public LiveChanges changes() {
        return changes;
    }

    /** The time that it is in the company. */
    public Clock clock() {
        return clock;
    }

    /** What is true, to compare with what the hub found. */
    public Books books() {
        return books;
    }

    public KnownFaults knownFaults() {
        return KnownFaults.of(books);
    }

    /** Stops every server, also when one of them does not stop well. */
    @Override
    public void close() {
        closeAll(servers);
    }

    private static void closeAll(Deque<AutoCloseable> servers) {
        ServerFailure failure = new ServerFailure("not every server of the demo stopped well");
        synchronized (servers) {
            while (!servers.isEmpty()) {
                try {
                    servers.pop().close();
                } catch (Exception failed) {
                    failure.addSuppressed(failed);
                }
            }
        }
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }
}
