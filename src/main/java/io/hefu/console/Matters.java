package io.hefu.console;

import io.hefu.crosswalk.Link;
import io.hefu.definition.Text;
import io.hefu.delivery.Wanted;
import io.hefu.dictionary.Uid;
import io.hefu.golden.HeldField;
import io.hefu.golden.PossibleDuplicate;
import io.hefu.ledger.Batch;
import io.hefu.ledger.LastRuns;
import io.hefu.ledger.ParkedRecord;
import io.hefu.ledger.ParkedRecords;
import io.hefu.ledger.Pauses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that waits, is quarantined, held, paused, not delivered or warned of, with its reason and what to try. */
public final class Matters {
    /** No decision is anonymous. */
    private static final String SIGNED = " --by … --why …";

    private final Books books;
    private final Things things;

    public Matters(Books books) {
        this.books = books;
        this.things = new Things(books);
    }

    /** @param limit of each kind */
    public record Filter(Optional<Matter.Kind> kind, Optional<String> system, Optional<String> entity, int limit) {
        public static Filter all(int limit) {
            return new Filter(Optional.empty(), Optional.empty(), Optional.empty(), limit);
        }

        boolean asksFor(Matter.Kind one) {
            return kind.isEmpty() || kind.get() == one;
        }

        boolean lets(Matter matter) {
            return asksFor(matter.kind())
                    && system.map(matter.system()::equals).orElse(true)
                    && entity.map(matter.entity()::equals).orElse(true);
        }
    }

    /** In the order in which a person should look: what stops most comes first. */
    public List<Matter> list(Filter filter) {
        List<Matter> all = new ArrayList<>();
        if (filter.asksFor(Matter.Kind.PAUSED)) {
            books.ledger().pauses().all().forEach(pause -> all.add(paused(pause)));
        }
        if (filter.asksFor(Matter.Kind.UNREAD)) {
            books.ledger().lastRuns().all().stream()
                    .filter(run -> run.outcome() == LastRuns.Outcome.FAILED)
                    .forEach(run -> all.add(unread(run)));
        }
        if (filter.asksFor(Matter.Kind.HELD)) {
            all.addAll(
                    held(books.goldens().holds(filter.entity(), Optional.empty(), Optional.empty(), filter.limit())));
        }
        parked(filter, Matter.Kind.QUARANTINED, ParkedRecord.Kind.QUARANTINED, all);
        parked(filter, Matter.Kind.REVIEW, ParkedRecord.Kind.REVIEW, all);
        parked(filter, Matter.Kind.WAITING, ParkedRecord.Kind.WAITING, all);
        all.addAll(undelivered(books.wanted().troubled(filter.limit())));
        if (filter.asksFor(Matter.Kind.WARNING)) {
            all.addAll(new Warnings(books).list(filter.limit()));
        }
        if (filter.asksFor(Matter.Kind.UNDECIDED)) {
            all.addAll(new UndecidedFields(books).list());
        }
        if (filter.asksFor(Matter.Kind.DUPLICATE)) {
            all.addAll(duplicates(books.goldens().possibleDuplicates(filter.entity(), 0, filter.limit())));
        }
        return all.stream().filter(filter::lets).toList();
    }

    /** Those that concern one thing. */
    public List<Matter> of(Uid uid) {
        List<Matter> all = new ArrayList<>(held(books.goldens().holdsOf(uid)));
        all.addAll(undelivered(books.wanted().of(uid)));
        all.addAll(new Warnings(books).of(uid));
        return all;
    }

    private static Matter paused(Pauses.Pause pause) {
        String id = pause.flow().toString();
        return new Matter(
                Matter.Kind.PAUSED,
                id,
                pause.flow().system(),
                pause.flow().entity(),
                id,
                Optional.empty(),
                pause.since(),
                pause.reason(),
                pause.attempt(),
                pause.acceptable() ? "hefu release " + id + SIGNED : "");
    }

    private static Matter unread(LastRuns.LastRun run) {
        String id = run.flow().toString();
        return new Matter(
                Matter.Kind.UNREAD,
                id,
                run.flow().system(),
                run.flow().entity(),
                id,
                Optional.empty(),
                run.started(),
                run.detail(),
                Text.of(
                        "原因消除后会自动继续，或现在就读一次；期间什么也没有丢",
                        "it goes on by itself when the reason is gone, or read once now; nothing is lost meanwhile"),
                "hefu read " + id);
    }

    private List<Matter> held(List<HeldField> holds) {
        Map<Uid, String> names = things.names(holds.stream().map(HeldField::uid).toList());
        Map<Long, Instant> moments = new HashMap<>();
        return holds.stream()
                .map(hold -> new Matter(
                        Matter.Kind.HELD,
                        hold.uid() + " " + hold.field(),
                        hold.provenance().system(),
                        hold.entity(),
                        names.get(hold.uid()) + " · " + hold.field(),
                        Optional.of(hold.uid()),
                        moments.computeIfAbsent(hold.provenance().batch(), this::moment),
                        Text.of("%s（规则 %s）", "%s (rule %s)", hold.reason(), hold.rule()),
                        Text.of(
                                "补上规则所要求的，值会自动放行；或由负责人写明理由放行",
                                "supply what the rule asks for and it goes by itself; or let a named person release it"),
                        "hefu release " + hold.uid() + " " + hold.field() + SIGNED))
                .toList();
    }

    private Instant moment(long batch) {
        return books.ledger().batches().find(batch).map(Batch::at).orElse(Instant.EPOCH);
    }

    private void parked(Filter filter, Matter.Kind kind, ParkedRecord.Kind parked, List<Matter> into) {
        if (filter.asksFor(kind)) {
            ParkedRecords.Filter open = new ParkedRecords.Filter(
                    Optional.of(parked),
                    Optional.of(ParkedRecord.State.OPEN),
                    filter.system(),
                    filter.entity(),
                    Optional.empty(),
                    0,
                    filter.limit());
            books.ledger().parked().list(open).forEach(record -> into.add(parked(kind, record)));
        }
    }

    private Matter parked(Matter.Kind kind, ParkedRecord record) {
        Text reason = record.reasons().stream()
                .reduce((one, other) -> Text.of("%s；%s", "%s; %s", one, other))
                .orElse(Text.NONE);
        Choices choices = new Choices(books, record);
        return new Matter(
                kind,
                Long.toString(record.id()),
                record.flow().system(),
                record.flow().entity(),
                record.key(),
                Optional.empty(),
                record.created(),
                reason,
                switch (record.kind()) {
                    case WAITING -> Text.of("所引用的记录一到即自动继续", "it goes on by itself when what it refers to arrives");
                    case REVIEW -> choices.attempt();
                    case QUARANTINED ->
                        Text.of(
                                "在来源系统改正（新版本会自动通过），或改映射后重试",
                                "correct it in its system (the new version passes by itself), or mend the mapping and retry");
                },
                switch (record.kind()) {
                    case WAITING -> "";
                    case REVIEW -> "hefu release " + record.id() + " --to " + choices.typed() + SIGNED;
                    case QUARANTINED -> "hefu retry " + record.id();
                });
    }

    private List<Matter> undelivered(List<Wanted> wanted) {
        Map<Uid, String> names = things.names(wanted.stream().map(Wanted::uid).toList());
        return wanted.stream()
                .flatMap(each -> undelivered(each, names).stream())
                .toList();
    }

    private static Optional<Matter> undelivered(Wanted wanted, Map<Uid, String> names) {
        String id = wanted.target() + "/" + wanted.entity() + "/" + wanted.uid();
        return kind(wanted)
                .map(kind -> new Matter(
                        kind,
                        id,
                        wanted.target(),
                        wanted.entity(),
                        names.get(wanted.uid()),
                        Optional.of(wanted.uid()),
                        wanted.created(),
                        wanted.reason(),
                        attempt(kind),
                        kind == Matter.Kind.UNDELIVERED ? "" : "hefu retry " + id));
    }

    private static Optional<Matter.Kind> kind(Wanted wanted) {
        return switch (wanted.state()) {
            case FAILED -> Optional.of(Matter.Kind.FAILED);
            case UNKNOWN -> Optional.of(Matter.Kind.UNKNOWN);
            case WAITING -> Optional.of(Matter.Kind.UNDELIVERED);
            case SKIPPED -> Optional.of(Matter.Kind.SKIPPED);
            case INTENDED -> wanted.reason().isNone() ? Optional.empty() : Optional.of(Matter.Kind.UNDELIVERED);
            case PENDING ->
                wanted.attempts() > 0 || !wanted.reason().isNone()
                        ? Optional.of(Matter.Kind.UNDELIVERED)
                        : Optional.empty();
        };
    }

    private static Text attempt(Matter.Kind kind) {
        return switch (kind) {
            case FAILED -> Text.of("按原因改正后重试", "mend what the reason says, then retry");
            case UNKNOWN ->
                Text.of("先在目标系统查看是否已写入；确认没有再重试", "look in the target whether it is there; retry only when it is not");
            case SKIPPED -> Text.of("原因消失后可重试", "retry when the reason is gone");
            default -> Text.of("到时自动继续", "it goes on by itself");
        };
    }

    private List<Matter> duplicates(List<PossibleDuplicate> pairs) {
        Set<Uid> uids = new LinkedHashSet<>();
        pairs.forEach(pair -> uids.addAll(List.of(pair.uid(), pair.other())));
        Map<Uid, String> names = things.names(uids);
        Map<Uid, String> keys = keys(names, uids);
        return pairs.stream()
                .map(pair -> byKey(pair, keys))
                .sorted(Comparator.comparingLong(PossibleDuplicate::batch).thenComparing(pair -> keys.get(pair.uid())))
                .map(pair -> new Matter(
                        Matter.Kind.DUPLICATE,
                        pair.uid() + " " + pair.other(),
                        "",
                        pair.entity(),
                        names.get(pair.uid()) + " ~ " + names.get(pair.other()),
                        Optional.of(pair.uid()),
                        moment(pair.batch()),
                        shared(pair),
                        Text.of(
                                "请人核对是否为同一个；不会自动合并",
                                "let a person look whether they are one; nothing merges by itself"),
                        "hefu explain " + pair.other()))
                .toList();
    }

    /** What two things are told apart by that never depends on chance, as their UIDs do when one batch brought both. */
    private Map<Uid, String> keys(Map<Uid, String> names, Set<Uid> uids) {
        Map<Uid, String> keys = new HashMap<>();
        Map<Uid, List<Link>> links = books.crosswalk().linksOf(uids);
        uids.forEach(uid -> keys.put(
                uid,
                links.getOrDefault(uid, List.of()).stream()
                        .map(link -> link.system() + '/' + link.key())
                        .sorted()
                        .collect(Collectors.joining(" ", names.get(uid) + ' ', ""))));
        return keys;
    }

    private static PossibleDuplicate byKey(PossibleDuplicate pair, Map<Uid, String> keys) {
        return keys.get(pair.uid()).compareTo(keys.get(pair.other())) <= 0 ? pair : pair.turned();
    }

    static Text shared(PossibleDuplicate pair) {
        return switch (pair.reason()) {
            case NAME -> Text.of("清洗后的名称相同：%s", "the cleaned names are equal: %s", pair.shared());
            case TAX_NUMBER -> Text.of("税号相同：%s", "the tax numbers are equal: %s", pair.shared());
            case BUSINESS_KEY -> Text.of("业务编号相同：%s", "the business keys are equal: %s", pair.shared());
        };
    }
}
