package io.hefu.demo.company.crm;

import com.sun.net.httpserver.HttpServer;
import io.hefu.demo.company.books.Books;
import io.hefu.demo.company.books.Cast;
import io.hefu.demo.company.books.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A legacy CRM that listens on loopback. It keeps its rows in memory, answers every 41st request with 429, and shows the
 * late customer's account only when its offers have been read once to the end.
 *
 * <p>What people do in its own screens (and the demo does live) are the methods here; what the hub does comes over HTTP.
 */
public final class LegacyCrm implements AutoCloseable {
    public static final String USER = "hub";
    public static final String PASSWORD = "hub-visits-crm";
    public static final String API_KEY = "crm-demo-key-7f3a";

    private static final String STAGE_FIELD = "quotation_status";
    private static final String STAGE_FIELD_AFTER_UPGRADE = "quote_stage";

    private final HttpServer server;
    private final ExecutorService threads;
    private final Map<String, CrmTable> tables;
    private final Map<String, Object> lateAccount;
    private final RequestLog log = new RequestLog();
    private final Clock clock;
    private String stageField = STAGE_FIELD;
    private boolean lateAccountShown;
    private boolean lateAccountKeptBack;

    private LegacyCrm(HttpServer server, ExecutorService threads, Books books, Clock clock) {
        this.server = server;
        this.threads = threads;
        this.clock = clock;
        this.tables = CrmRows.tables(books, clock);
        this.lateAccount = CrmRows.account(books.customers().get(Cast.LATE));
    }

    public static LegacyCrm start(Books books, Clock clock) {
        // without this each answer waits some 40 ms for the other side's acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
            ExecutorService threads = Executors.newFixedThreadPool(4, LegacyCrm::daemon);
            LegacyCrm crm = new LegacyCrm(server, threads, books, clock);
            server.createContext("/", new CrmHttp(crm));
            server.setExecutor(threads);
            server.start();
            return crm;
        } catch (IOException failed) {
            throw new IllegalStateException("the CRM could not listen on loopback", failed);
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "crm");
        thread.setDaemon(true);
        return thread;
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    RequestLog log() {
        return log;
    }

    String now() {
        return CrmTable.time(OffsetDateTime.now(clock));
    }

    synchronized CrmTable.Page list(String resource, CrmTable.Query query) {
        CrmTable.Page page = table(resource).list(query);
        if (resource.equals(CrmRows.OFFERS) && !page.hasMore()) {
            if (!lateAccountKeptBack) {
                showLateAccount();
            }
        }
        return page;
    }

    synchronized Map<String, Object> get(String resource, String id) {
        return table(resource).get(id);
    }

    synchronized Map<String, Object> change(String resource, String id, Map<String, Object> fields) {
        return table(resource).change(id, fields);
    }

    synchronized Map<String, Object> create(String resource, Map<String, Object> fields) {
        Map<String, Object> row = table(resource).create(fields);
        if (resource.equals(CrmRows.ATTACHMENTS)) {
            hangOnLead(row);
        }
        return row;
    }

    private void hangOnLead(Map<String, Object> document) {
        CrmTable leads = tables.get(CrmRows.LEADS);
        Map<String, Object> lead = leads.get((String) document.get("lead_id"));
        Map<String, Object> onLead = new LinkedHashMap<>(document);
        onLead.remove("lead_id");
        onLead.remove(CrmTable.UPDATED);
        List<Object> documents = Stream.concat(((List<?>) lead.get("attachments")).stream(), Stream.of(onLead))
                .collect(Collectors.toList());
        leads.change((String) lead.get(CrmTable.ID), Map.of("attachments", documents));
    }

    private CrmTable table(String resource) {
        CrmTable table = tables.get(resource);
        if (table == null) {
            throw new CrmError(404, "not_found", "there is no resource " + resource);
        }
        return table;
    }

    /** The late customer's account no longer comes by itself, only when it is shown. */
    public synchronized void keepLateAccountBack() {
        lateAccountKeptBack = true;
    }

    /** Shows the account of the customer whose quote was there before it. */
    public synchronized void showLateAccount() {
        if (!lateAccountShown) {
            lateAccountShown = true;
            tables.get(CrmRows.ACCOUNTS).load(lateAccount);
            tables.get(CrmRows.ACCOUNTS).change((String) lateAccount.get(CrmTable.ID), Map.of());
        }
    }

    /** A salesperson moves an opportunity, in whatever words the CRM has now. */
    public synchronized void moveLead(String leadNumber, Stage stage) {
        boolean upgraded = !stageField.equals(STAGE_FIELD);
        CrmTable leads = tables.get(CrmRows.LEADS);
        leads.change(idOf(leadNumber), Map.of(stageField, upgraded ? stage.afterUpgrade() : stage.title()));
    }

    private String idOf(String leadNumber) {
        CrmTable.Query query = new CrmTable.Query(1, 1, Optional.empty(), Map.of("lead_no", leadNumber));
        List<Map<String, Object>> found = tables.get(CrmRows.LEADS).list(query).rows();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("the CRM has no lead " + leadNumber);
        }
        return (String) found.get(0).get(CrmTable.ID);
    }

    /** A salesperson edits any field of an opportunity. */
    public synchronized void editLead(String leadNumber, Map<String, Object> fields) {
        tables.get(CrmRows.LEADS).change(idOf(leadNumber), fields);
    }

    /** Someone enters a new customer; fields not given are empty. Returns its id. */
    public synchronized String addAccount(Map<String, Object> fields) {
        return (String) tables.get(CrmRows.ACCOUNTS).create(fields).get(CrmTable.ID);
    }

    /** The upgrade that renames {@code quotation_status} to {@code quote_stage}, with English values, on every lead. */
    public synchronized void renameStageField() {
        if (stageField.equals(STAGE_FIELD)) {
            Map<Object, String> values =
                    Stream.of(Stage.values()).collect(Collectors.toMap(Stage::title, Stage::afterUpgrade));
            tables.get(CrmRows.LEADS)
                    .rename(
                            STAGE_FIELD,
                            STAGE_FIELD_AFTER_UPGRADE,
                            value -> values.getOrDefault(value, (String) value));
            stageField = STAGE_FIELD_AFTER_UPGRADE;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
