package io.hefu.delivery;

import io.hefu.crosswalk.Crosswalk;
import io.hefu.crosswalk.Link;
import io.hefu.definition.Text;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenRecords;
import io.hefu.mapping.WriteSide;
import io.hefu.systems.WriteOperation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns wanted versions into rows to send, and says of the others why not now. */
final class Preparation {
    /** How often a wish is looked at again that waits for a reference; the reference's link also wakes it. */
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

    private static final Duration UNTIL_KNOWN = Duration.ofSeconds(10);

    /** No wait is shorter, or a round would meet it again. */
    private static final Duration AT_LEAST = Duration.ofSeconds(1);

    /** Stands in a plan where a key will stand that the target has yet to give. */
    static final String TO_BE_CREATED = "(+)";

    /**
     * @param begun creates that were begun before: the target must be asked first
     * @param ready to be sent
     * @param settled nothing to do (any more)
     * @param kept with their new state and reason
     */
    record Sorted(List<Prepared> begun, List<Prepared> ready, List<Wanted> settled, List<Wanted> kept) {}

    private final Place place;
    private final GoldenRecords goldens;
    private final Crosswalk crosswalk;
    private final Optional<Precondition> precondition;
    private final boolean known;
    private final Map<Uid, Link> here = new HashMap<>();
    private final Map<Uid, String> keys = new HashMap<>();

    /** @param known whether everything that the target has of the entity was read */
    Preparation(
            Place place,
            GoldenRecords goldens,
            Crosswalk crosswalk,
            Optional<Precondition> precondition,
            boolean known) {
        this.place = place;
        this.goldens = goldens;
        this.crosswalk = crosswalk;
        this.precondition = precondition;
        this.known = known;
    }

    /** For a plan: these things will have a key in the target once the plan is applied. */
    void assume(Set<Uid> begun) {
        begun.forEach(uid -> keys.putIfAbsent(uid, TO_BE_CREATED));
    }

    /** These rows were found in the target: what was to be created there is an update. */
    void found(List<Link> links) {
        links.forEach(link -> keep(link.uid(), link));
    }

    Sorted sort(List<Wanted> wanted) {
        return sort(wanted, goldens.find(wanted.stream().map(Wanted::uid).toList()));
    }

    /** @param records the golden records of all that is wanted, as just read */
    Sorted sort(List<Wanted> wanted, Map<Uid, GoldenRecord> records) {
        findKeys(records);
        return sortKnown(wanted, records);
    }

    /** With the keys as they are known by now. */
    Sorted sortKnown(List<Wanted> wanted, Map<Uid, GoldenRecord> records) {
        Sorted sorted = new Sorted(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Wanted wish : wanted) {
            Optional.ofNullable(records.get(wish.uid()))
                    .ifPresentOrElse(
                            golden -> sort(wish, golden, sorted),
                            () -> sorted.settled().add(wish));
        }
        return sorted;
    }

    /** The primary link of a thing in this target. */
    Optional<Link> link(Uid uid) {
        return Optional.ofNullable(here.get(uid));
    }

    private void sort(Wanted wish, GoldenRecord golden, Sorted sorted) {
        Optional<Link> link = link(wish.uid());
        if (wish.state() == WantedState.INTENDED && link.isEmpty()) {
            // Before anything else: whatever is decided now, it may be there already.
            sorted.begun()
                    .add(new Prepared(
                            wish,
                            golden,
                            link,
                            WriteOperation.CREATE,
                            golden.merged(),
                            place.side().createFields(),
                            findBy(golden),
                            Optional.empty()));
            return;
        }
        Optional<WriteOperation> operation = operation(golden, link);
        if (operation.isEmpty()) {
            sorted.settled().add(wish);
            return;
        }
        if (operation.get() == WriteOperation.CREATE && !known) {
            sorted.kept().add(WantedStates.later(wish, notKnown(), place.now().plus(UNTIL_KNOWN)));
            return;
        }
        Precondition.Decision decision = precondition
                .map(asked -> asked.before(golden, place.now()))
                .orElseGet(() -> new Precondition.Decision.Send(Optional.empty()));
        if (decision instanceof Precondition.Decision.Skip skip) {
            sorted.kept().add(WantedStates.skipped(wish, skip.reason()));
        } else if (decision instanceof Precondition.Decision.Wait wait) {
            Instant soonest = place.now().plus(AT_LEAST);
            Instant until = wait.until().isBefore(soonest) ? soonest : wait.until();
            sorted.kept().add(WantedStates.later(wish, wait.reason(), until));
        } else if (decision instanceof Precondition.Decision.Send send) {
            prepare(wish, golden, send.instead().orElseGet(golden::merged), link, operation.get(), sorted);
        }
    }

    private Text notKnown() {
        return Text.of(
                "%s 里已有的还没有全部读完，先不新建，以免重复",
                "what %s already has is not all read yet; nothing is created there, lest it be doubled",
                place.target());
    }

    /** The cell by which a create that was begun is found again. */
    private Map<String, Object> findBy(GoldenRecord golden) {
        try {
            return place.side()
                    .find()
                    .map(find -> place.side()
                            .toCells(
                                    golden.merged(),
                                    Set.of(find.field()),
                                    reference -> Optional.ofNullable(keys.get(reference.uid()))))
                    .orElse(Map.of());
        } catch (WriteSide.MissingReference | WriteSide.NotSayable notSayable) {
            return Map.of();
        }
    }

    private Optional<WriteOperation> operation(GoldenRecord golden, Optional<Link> link) {
        WriteSide side = place.side();
        if (golden.deleted()) {
            return link.filter(Link::present).isPresent() && side.deletes()
                    ? Optional.of(WriteOperation.DELETE)
                    : Optional.empty();
        }
        // What was wanted was let through; what would be told now is the newest version, and is judged as it is.
        if (!side.lets(golden.merged())) {
            return Optional.empty();
        }
        if (link.isPresent()) {
            // A record that somebody deleted there is not written to, and not made again by itself.
            return side.updates() && link.get().present() ? Optional.of(WriteOperation.UPDATE) : Optional.empty();
        }
        return side.creates() ? Optional.of(WriteOperation.CREATE) : Optional.empty();
    }

    private void prepare(
            Wanted wish,
            GoldenRecord golden,
            Record record,
            Optional<Link> link,
            WriteOperation operation,
            Sorted sorted) {
        Set<FieldType> fields = fields(wish, golden, operation);
        if (fields.isEmpty() && operation != WriteOperation.DELETE) {
            sorted.settled().add(wish);
            return;
        }
        try {
            Map<String, Object> cells = operation == WriteOperation.DELETE
                    ? Map.of()
                    : place.side().toCells(record, fields, reference -> Optional.ofNullable(keys.get(reference.uid())));
            sorted.ready().add(new Prepared(wish, golden, link, operation, record, fields, cells, Optional.empty()));
        } catch (WriteSide.MissingReference missing) {
            Text reason =
                    Text.of("等待 %s 先在 %s 中建立", "waits until its %s exists in %s", missing.entity(), place.target());
            Instant again = place.now().plus(LOOK_AGAIN);
            sorted.kept().add(WantedStates.waiting(wish, missing.reference().uid(), reason, again));
        } catch (WriteSide.NotSayable notSayable) {
            Text reason = Text.of("%s；可尝试：%s", "%s; try: %s", notSayable.what(), notSayable.attempt());
            sorted.kept().add(WantedStates.failed(wish, reason));
        }
    }

    private Set<FieldType> fields(Wanted wish, GoldenRecord golden, WriteOperation operation) {
        if (operation == WriteOperation.CREATE) {
            return place.side().createFields();
        }
        Set<FieldType> allowed = place.side().updateFields();
        return wish.fields().isEmpty() ? allowed : Projection.of(golden.entity(), wish.fields(), allowed);
    }

    /** One question for the links of the records and of everything that they refer to. */
    private void findKeys(Map<Uid, GoldenRecord> records) {
        Set<Uid> asked = new HashSet<>(records.keySet());
        records.values().forEach(golden -> collect(golden.merged(), asked));
        crosswalk.primaries(place.target(), asked).forEach(link -> keep(link.uid(), link));
    }

    private void keep(Uid uid, Link link) {
        keys.put(uid, link.key());
        if (link.entity().equals(place.entity())) {
            here.put(uid, link);
        }
    }

    private static void collect(Record record, Set<Uid> into) {
        for (FieldType field : record.type().fields()) {
            if (field.type() instanceof DataType.Ref) {
                record.find(field)
                        .filter(Reference.Known.class::isInstance)
                        .ifPresent(known -> into.add(((Reference.Known) known).uid()));
            } else if (field.type() instanceof DataType.ListOf) {
                record.list(field).forEach(element -> collect(element, into));
            }
        }
    }
}
