package io.hefu.golden;

import static io.hefu.golden.SampleDictionary.CUSTOMER;
import static io.hefu.golden.SampleDictionary.customer;

import io.hefu.crosswalk.CrosswalkTables;
import io.hefu.crosswalk.Link;
import io.hefu.definition.Text;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import io.hefu.store.ConflictException;
import io.hefu.store.HubDatabase;
import io.hefu.store.HubSettings;
import io.hefu.systems.Fingerprint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One system's reading of customers that all systems have at the same moment: find, else create, and from the start again
 * when the unique constraints say that somebody was faster. The order differs from system to system.
 */
final class Newcomers {
    private static final int BATCH = 100;

    /** How often somebody else was faster: without any, nothing would be proven. */
    static final AtomicLong CONFLICTS = new AtomicLong();

    private final HubDatabase hub;
    private final GoldenTables golden;
    private final CrosswalkTables crosswalk;
    private final String system;
    private final boolean byTaxNumberOnly;

    Newcomers(HubDatabase hub, GoldenTables golden, String system, boolean byTaxNumberOnly) {
        this.hub = hub;
        this.golden = golden;
        this.crosswalk = new CrosswalkTables(hub);
        this.system = system;
        this.byTaxNumberOnly = byTaxNumberOnly;
    }

    /** As a process of its own: database, name of the system, number of customers. */
    public static void main(String[] arguments) {
        try (HubDatabase hub = HubDatabase.open(HubSettings.of(arguments[0]))) {
            GoldenTables golden =
                    GoldenTables.open(hub, SampleDictionary.DICTIONARY, (field, formerType, value) -> value);
            new Newcomers(hub, golden, arguments[1], false).meet(Integer.parseInt(arguments[2]));
        }
    }

    void meet(int customers) {
        for (int first = 0; first < customers; first += BATCH) {
            List<Record> batch = new ArrayList<>();
            for (int i = first; i < Math.min(customers, first + BATCH); i++) {
                batch.add(said(i));
            }
            if (system.hashCode() % 2 == 0) {
                java.util.Collections.reverse(batch);
            }
            untilCommitted(batch);
        }
    }

    private Record said(long number) {
        Record all = customer(number);
        return byTaxNumberOnly ? all.with(CUSTOMER.field("number"), Record.Nothing.NULL) : all;
    }

    private void untilCommitted(List<Record> batch) {
        for (int attempt = 0; ; attempt++) {
            try {
                commit(batch);
                return;
            } catch (ConflictException somebodyWasFaster) {
                CONFLICTS.incrementAndGet();
                if (attempt == 1_000) {
                    throw somebodyWasFaster;
                }
            }
        }
    }

    private void commit(List<Record> batch) {
        Map<Record, Optional<Uid>> identified = identify(batch);
        Set<Uid> known = new HashSet<>();
        identified.values().forEach(uid -> uid.ifPresent(known::add));
        Map<Uid, GoldenRecord> before = golden.find(known);
        List<GoldenRecord> created = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        identified.forEach((said, uid) -> {
            GoldenRecord record =
                    uid.map(found -> merged(before.get(found), said, changed)).orElseGet(() -> created(said, created));
            links.add(new Link(
                    system,
                    "customer",
                    Identity.taxNumber(said).orElseThrow(),
                    record.uid(),
                    true,
                    Fingerprint.NONE,
                    0,
                    true));
        });
        hub.write(tx -> {
            golden.apply(tx, created, changed, (record, hold) -> Text.NONE);
            crosswalk.apply(tx, links, List.of());
            return true;
        });
    }

    private Map<Record, Optional<Uid>> identify(List<Record> batch) {
        Map<String, Uid> byKey = golden.byBusinessKey(
                CUSTOMER,
                batch.stream()
                        .flatMap(said -> Identity.businessKey(said).stream())
                        .toList());
        Map<String, Uid> byTax = golden.byTaxNumber(
                CUSTOMER,
                batch.stream()
                        .flatMap(said -> Identity.taxNumber(said).stream())
                        .toList());
        Map<Record, Optional<Uid>> identified = new LinkedHashMap<>();
        for (Record said : batch) {
            Optional<Uid> uid = Identity.businessKey(said)
                    .map(byKey::get)
                    .or(() -> Identity.taxNumber(said).map(byTax::get));
            identified.put(said, uid);
        }
        return identified;
    }

    private GoldenRecord created(Record said, List<GoldenRecord> created) {
        GoldenRecord record = Survivorship.create(Uid.create(), CUSTOMER, system, said, new Provenance(system, 1));
        created.add(record);
        return record;
    }

    private GoldenRecord merged(GoldenRecord before, Record said, List<Changed> changed) {
        GoldenRecord after = Survivorship.merge(before, system, said, new Provenance(system, 1));
        changed.add(new Changed(before, after));
        return after;
    }
}
