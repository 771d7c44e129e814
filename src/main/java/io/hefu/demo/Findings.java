package io.hefu.demo;

import io.hefu.cli.Hub;
import io.hefu.console.Books;
import io.hefu.console.FlowLine;
import io.hefu.console.FlowLines;
import io.hefu.console.Matter;
import io.hefu.console.Matters;
import io.hefu.console.ReminderLine;
import io.hefu.console.ReminderLines;
import io.hefu.console.Things;
import io.hefu.crosswalk.Link;
import io.hefu.definition.Text;
import io.hefu.delivery.DeliveryLog;
import io.hefu.demo.Figures.Reminded;
import io.hefu.demo.Figures.Stopped;
import io.hefu.demo.Figures.Sum;
import io.hefu.demo.company.DemoCompany;
import io.hefu.demo.company.KnownFault;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Identity;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Computes what came of it, from the hub's own tables and from the systems themselves. */
final class Findings {
    private static final int ALL = 100_000;
    private static final List<String> SYSTEMS = List.of("erp", "finance", "crm", "mailbox");

    private final DemoCompany company;
    private final Books books;
    private final Ledgers ledgers;

    Findings(DemoCompany company, Hub hub) {
        this.company = company;
        this.books = hub.books();
        this.ledgers = new Ledgers(company.endpoints());
    }

    /** @param customers in how many systems each was found, before the hub told any system of it */
    Figures now(Map<Integer, Long> customers) throws SQLException {
        List<FlowLine> flows = new FlowLines(books, Optional.empty()).all();
        List<Matter> matters = new Matters(books).list(Matters.Filter.all(ALL));
        List<ReminderLine> reminders = new ReminderLines(books).latest(ALL);
        return new Figures(
                read(flows),
                customers,
                disagreements(),
                corrected(),
                ledgers.customersMadeInFinance(),
                ledgers.approvedOrders(),
                ledgers.ordersInFinance(),
                ledgers.instalments(),
                open(),
                ledgers.owed(),
                stopped(matters),
                reminded(reminders, true),
                reminded(reminders, false),
                matters.stream()
                        .filter(each -> each.kind() == Matter.Kind.FAILED || each.kind() == Matter.Kind.UNKNOWN)
                        .count(),
                FlowLines.total(flows));
    }

    /** The stage of every opportunity, to see afterwards that none was changed. */
    Map<Uid, Object> stages() {
        Map<Uid, Object> stages = new HashMap<>();
        EntityType type = entity("opportunity");
        books.goldens()
                .forEach(
                        type,
                        golden -> golden.merged()
                                .find(type.field("stage"))
                                .ifPresent(stage -> stages.put(golden.uid(), stage)));
        return stages;
    }

    private static Map<String, Long> read(List<FlowLine> flows) {
        Map<String, Long> read = new LinkedHashMap<>();
        SYSTEMS.forEach(system -> read.put(system, 0L));
        flows.forEach(line -> read.merge(line.flow().system(), line.total().read(), Long::sum));
        return read;
    }

    /** How many customers stand in how many systems, the greatest number of systems first. */
    Map<Integer, Long> customersBySystems() {
        List<Uid> uids = new ArrayList<>();
        books.goldens().forEach(entity("customer"), golden -> uids.add(golden.uid()));
        Map<Integer, Long> customers = new TreeMap<>(Comparator.reverseOrder());
        books.crosswalk().linksOf(uids).values().forEach(links -> {
            long systems = links.stream()
                    .filter(Link::present)
                    .map(Link::system)
                    .distinct()
                    .count();
            customers.merge((int) systems, 1L, Long::sum);
        });
        return customers;
    }

    private long disagreements() {
        long[] count = new long[1];
        EntityType type = entity("customer");
        books.goldens()
                .forEach(
                        type,
                        golden -> count[0] += type.fields().stream()
                                .filter(field -> isDisputed(golden, field))
                                .count());
        return count[0];
    }

    private static boolean isDisputed(GoldenRecord golden, FieldType field) {
        return !(field.type() instanceof DataType.Ref)
                && golden.contributions().values().stream()
                                .flatMap(said -> said.find(field).stream())
                                .distinct()
                                .count()
                        > 1;
    }

    private long corrected() {
        return books.deliveries().of("crm", "customer", ALL).stream()
                .filter(entry -> entry.outcome().equals("written"))
                .map(DeliveryLog.Entry::uid)
                .distinct()
                .count();
    }

    private Map<String, Sum> open() {
        Map<String, Sum> open = new TreeMap<>();
        books.goldens()
                .forEach(
                        entity("receivable"),
                        golden -> golden.merged()
                                .find("open", Money.class)
                                .filter(money -> !money.isZero())
                                .ifPresent(money ->
                                        open.merge(money.currency(), new Sum(1, money.amount()), Findings::plus)));
        return open;
    }

    private static Sum plus(Sum one, Sum other) {
        BigDecimal amount = one.amount().add(other.amount());
        return new Sum(one.rows() + other.rows(), amount);
    }

    private List<Stopped> stopped(List<Matter> matters) {
        return matters.stream()
                .filter(each -> switch (each.kind()) {
                    case PAUSED, HELD, WAITING, QUARANTINED, DUPLICATE -> true;
                    default -> false;
                })
                .map(this::stopped)
                .toList();
    }

    private Stopped stopped(Matter matter) {
        List<String> keys = keys(matter);
        Optional<KnownFault> fault = company.knownFaults().all().stream()
                .filter(known ->
                        known.places().stream().anyMatch(place -> keys.contains(place.system() + "/" + place.key())))
                .findFirst();
        String key = matter.kind() == Matter.Kind.HELD || matter.kind() == Matter.Kind.DUPLICATE
                ? matter.what().replaceAll(" · .*", "")
                : matter.what();
        return new Stopped(
                matter.kind(),
                matter.system().isEmpty() ? Text.NONE : new Things(books).system(matter.system()),
                key,
                fault.map(known -> Text.of(known.zh(), known.en())),
                matter.reason());
    }

    /** By which the company knows what a matter is about. */
    private List<String> keys(Matter matter) {
        List<String> keys = new ArrayList<>(List.of(matter.system() + "/" + matter.what()));
        matter.uid()
                .ifPresent(uid -> books.crosswalk()
                        .linksOf(List.of(uid))
                        .getOrDefault(uid, List.of())
                        .forEach(link -> keys.add(link.system() + "/" + link.key())));
        return keys;
    }

    private static List<Reminded> reminded(List<ReminderLine> reminders, boolean sent) {
        return reminders.stream()
                .filter(line -> line.state().equals("written") == sent)
                .map(line -> new Reminded(
                        line.name().substring(0, Math.max(0, line.name().indexOf('/'))),
                        line.step(),
                        line.recipient(),
                        line.reason()))
                .sorted(Comparator.comparing(Reminded::receivable))
                .toList();
    }

    private EntityType entity(String name) {
        return books.snapshot().get().part(Dictionary.class).entity(name);
    }

    /** The merged record of that number. */
    Optional<Record> find(String entityName, String number) {
        EntityType type = entity(entityName);
        String key = Identity.businessKey(type.field("number"), number);
        return books.goldens().byBusinessKey(type, List.of(key)).values().stream()
                .findFirst()
                .flatMap(books.goldens()::find)
                .map(GoldenRecord::merged);
    }
}
