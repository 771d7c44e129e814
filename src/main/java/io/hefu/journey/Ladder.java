package io.hefu.journey;

import io.hefu.crosswalk.Link;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecords;
import io.hefu.golden.Identity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The ladder of identity for one batch, with every look-up done for the whole batch at once. */
final class Ladder {
    /**
     * Where a row stands.
     *
     * @param primary as its link says; of a new link to be decided
     */
    record Rung(Uid uid, Optional<Link> link, boolean primary, List<Uid> likeness) {}

    private final BatchContext context;
    private final Map<String, Rung> rungs = new HashMap<>();
    private final Map<String, Uid> newByBusinessKey = new HashMap<>();
    private final Map<String, Uid> newByTaxNumber = new HashMap<>();
    private final Set<Uid> withPrimary = new HashSet<>();
    private final Set<Uid> born = new HashSet<>();
    private final Set<Uid> postponed = new HashSet<>();

    Ladder(CanonicalBatch batch) {
        this.context = batch.context();
        GoldenRecords goldens = context.state().goldens();
        EntityType entity = context.entity();
        Map<String, Link> links = context.state().crosswalk().find(context.system(), entity.name(), keys(batch));
        List<CanonicalRow> unlinked = batch.rows().stream()
                .filter(row -> !links.containsKey(row.key()))
                .toList();
        Map<String, Uid> byKey = goldens.byBusinessKey(entity, words(unlinked, Identity::businessKey));
        Map<String, Uid> byTax = goldens.byTaxNumber(entity, words(unlinked, Identity::taxNumber));
        for (CanonicalRow row : batch.rows()) {
            Link link = links.get(row.key());
            rungs.put(
                    row.key(),
                    link == null
                            ? climb(row.record(), byKey, byTax)
                            : new Rung(link.uid(), Optional.of(link), link.primary(), List.of()));
        }
        markLikeness(unlinked, goldens, entity, byKey, byTax);
        findPrimaries();
    }

    Rung rung(CanonicalRow row) {
        return rungs.get(row.key());
    }

    /** UIDs that have a primary key in this system already. */
    Set<Uid> withPrimary() {
        return withPrimary;
    }

    /** The UID of a row of this very batch, for references within it. */
    Optional<Uid> inBatch(String key) {
        return Optional.ofNullable(rungs.get(key)).map(Rung::uid).filter(uid -> !postponed.contains(uid));
    }

    /** A row that waits brings no new thing into the world yet, so nothing may refer to it. */
    void waits(CanonicalRow row) {
        Uid uid = rung(row).uid();
        if (born.contains(uid)) {
            postponed.add(uid);
        }
    }

    /** The UID of a record of this batch by its business key. */
    Optional<Uid> newByBusinessKey(String businessKey) {
        return Optional.ofNullable(newByBusinessKey.get(businessKey)).filter(uid -> !postponed.contains(uid));
    }

    private Rung climb(Record record, Map<String, Uid> byKey, Map<String, Uid> byTax) {
        Optional<String> businessKey = Identity.businessKey(record);
        Optional<String> tax = Identity.taxNumber(record);
        Uid uid = businessKey
                .map(key -> byKey.getOrDefault(key, newByBusinessKey.get(key)))
                .or(() -> tax.map(number -> byTax.getOrDefault(number, newByTaxNumber.get(number))))
                .orElseGet(this::bear);
        businessKey.ifPresent(key -> newByBusinessKey.putIfAbsent(key, uid));
        tax.ifPresent(number -> newByTaxNumber.putIfAbsent(number, uid));
        return new Rung(uid, Optional.empty(), true, List.of());
    }

    private Uid bear() {
        Uid uid = Uid.create();
        born.add(uid);
        return uid;
    }

    private void markLikeness(
            List<CanonicalRow> unlinked,
            GoldenRecords goldens,
            EntityType entity,
            Map<String, Uid> byKey,
            Map<String, Uid> byTax) {
        Set<Uid> known = new HashSet<>(byKey.values());
        known.addAll(byTax.values());
        Map<String, List<Uid>> bearers = new HashMap<>(goldens.byName(entity, words(unlinked, Identity::matchName)));
        for (CanonicalRow row : unlinked) {
            Rung rung = rungs.get(row.key());
            Optional<String> name = Identity.matchName(row.record());
            if (name.isPresent() && !known.contains(rung.uid())) {
                List<Uid> others = bearers.getOrDefault(name.get(), List.of()).stream()
                        .filter(uid -> !uid.equals(rung.uid()))
                        .toList();
                rungs.put(row.key(), new Rung(rung.uid(), rung.link(), rung.primary(), others));
                bearers.merge(name.get(), List.of(rung.uid()), Ladder::joined);
            }
        }
    }

    private void findPrimaries() {
        Set<Uid> found = new HashSet<>();
        rungs.values().stream().filter(rung -> rung.link().isEmpty()).forEach(rung -> found.add(rung.uid()));
        if (found.isEmpty()) {
            return;
        }
        context.state().crosswalk().linksOf(found).values().stream()
                .flatMap(List::stream)
                .filter(link -> link.primary()
                        && link.system().equals(context.system())
                        && link.entity().equals(context.entity().name()))
                .forEach(link -> withPrimary.add(link.uid()));
    }

    private static List<String> keys(CanonicalBatch batch) {
        return batch.rows().stream().map(CanonicalRow::key).toList();
    }

    private static Set<String> words(List<CanonicalRow> rows, Function<Record, Optional<String>> word) {
        Set<String> words = new HashSet<>();
        rows.forEach(row -> word.apply(row.record()).ifPresent(words::add));
        return words;
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
