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
    private final Map<String, Uid> placed;
    private final Map<String, Rung> rungs = new HashMap<>();
    private final Map<String, Uid> newByBusinessKey = new HashMap<>();
    private final Map<String, Uid> newByTaxNumber = new HashMap<>();
    private final Set<Uid> withPrimary = new HashSet<>();
    private final Map<Uid, Link> formerPrimaries = new HashMap<>();
    private final Set<Uid> born = new HashSet<>();
    private final Set<Uid> postponed = new HashSet<>();

    /** @param placed UIDs of the things that rows belong to, by the rows' keys */
    Ladder(BatchContext context, List<CanonicalRow> rows, Map<String, Uid> placed) {
        this.context = context;
        this.placed = placed;
        GoldenRecords goldens = context.state().goldens();
        EntityType entity = context.entity();
        Map<String, Link> links = context.state().crosswalk().find(context.system(), entity.name(), keys(rows));
        List<Candidate> unlinked = new ArrayList<>();
        for (CanonicalRow row : rows) {
            Link link = links.get(row.key());
            if (link == null) {
                unlinked.add(Candidate.of(row));
            } else {
                rungs.put(row.key(), new Rung(link.uid(), Optional.of(link), link.primary(), List.of()));
            }
        }
        Map<String, Uid> byKey = goldens.byBusinessKey(entity, words(unlinked, Candidate::businessKey));
        Map<String, Uid> byTax = goldens.byTaxNumber(entity, words(unlinked, Candidate::taxNumber));
        unlinked.forEach(row -> rungs.put(row.key(), climb(row, byKey, byTax)));
        markLikeness(unlinked, goldens, entity, byKey, byTax);
        findPrimaries();
    }

    /** A row that no link knows, with what may tell which thing it is. */
    private record Candidate(
            String key, Optional<String> businessKey, Optional<String> taxNumber, Optional<String> name) {
        static Candidate of(CanonicalRow row) {
            Record record = row.record();
            return new Candidate(
                    row.key(), Identity.businessKey(record), Identity.taxNumber(record), Identity.matchName(record));
        }
    }

    Rung rung(CanonicalRow row) {
        return rungs.get(row.key());
    }

    /** UIDs that have a primary key in this system already. */
    Set<Uid> withPrimary() {
        return withPrimary;
    }

    /** Primary keys that the system no longer has, of things that it names by another key now. */
    Map<Uid, Link> formerPrimaries() {
        return formerPrimaries;
    }

    /** The UID of a row of this very batch, for references within it. */
    Optional<Uid> inBatch(String key) {
        return Optional.ofNullable(rungs.get(key)).map(Rung::uid).filter(uid -> !postponed.contains(uid));
    }

    /** Whether this batch brings it into the world, so that nothing can be known of it yet. */
    boolean isBorn(Uid uid) {
        return born.contains(uid);
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

    private Rung climb(Candidate row, Map<String, Uid> byKey, Map<String, Uid> byTax) {
        Optional<String> businessKey = row.businessKey();
        Optional<String> tax = row.taxNumber();
        Uid uid = Optional.ofNullable(placed.get(row.key()))
                .or(() -> businessKey.map(key -> byKey.getOrDefault(key, newByBusinessKey.get(key))))
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
            List<Candidate> unlinked,
            GoldenRecords goldens,
            EntityType entity,
            Map<String, Uid> byKey,
            Map<String, Uid> byTax) {
        Set<Uid> known = new HashSet<>(byKey.values());
        known.addAll(byTax.values());
        Map<String, List<Uid>> bearers = new HashMap<>(goldens.byName(entity, words(unlinked, Candidate::name)));
        for (Candidate row : unlinked) {
            Rung rung = rungs.get(row.key());
            Optional<String> name = row.name();
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
        rungs.values().stream()
                .filter(rung -> rung.link().isEmpty() && !born.contains(rung.uid()))
                .forEach(rung -> found.add(rung.uid()));
        if (found.isEmpty()) {
            return;
        }
        context.state().crosswalk().primaries(context.system(), found).stream()
                .filter(link -> link.entity().equals(context.entity().name()))
                .forEach(this::keep);
    }

    private void keep(Link primary) {
        if (primary.present() || rungs.containsKey(primary.key())) {
            withPrimary.add(primary.uid());
        } else {
            formerPrimaries.put(primary.uid(), primary);
        }
    }

    private static List<String> keys(List<CanonicalRow> rows) {
        return rows.stream().map(CanonicalRow::key).toList();
    }

    private static Set<String> words(List<Candidate> rows, Function<Candidate, Optional<String>> word) {
        Set<String> words = new HashSet<>(rows.size() * 2);
        rows.forEach(row -> word.apply(row).ifPresent(words::add));
        return words;
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
