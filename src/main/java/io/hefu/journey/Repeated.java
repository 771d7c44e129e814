package io.hefu.journey;

import io.hefu.crosswalk.Link;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import io.hefu.golden.ChangeOf;
import io.hefu.golden.Echo;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Repetition;
import io.hefu.golden.Survivorship;
import io.hefu.ledger.Change;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the rows of a batch held because the hub had written it there: kept where the hub changed a row or the target stored
 * otherwise what it was sent; of a row that the hub only created, whatever the golden record says or said before.
 */
final class Repeated {
    /** A row of the system that the hub wrote to since it last spoke. */
    private record Written(IdentifiedRow row, GoldenRecord golden, Optional<Record> told, boolean neverSpoke) {}

    private final BatchContext context;
    private final Map<Uid, Written> written = new HashMap<>();
    private final Map<Uid, List<Change>> histories;

    private Repeated(IdentifiedBatch identified) {
        this.context = identified.context();
        List<IdentifiedRow> rows = identified.rows().stream()
                .filter(row ->
                        row.primary() && isTold(row) && identified.bases().containsKey(row.uid()))
                .toList();
        Map<String, Echo> echoes = rows.isEmpty()
                ? Map.of()
                : context.state()
                        .echoes()
                        .find(
                                context.system(),
                                context.entity(),
                                rows.stream().map(row -> row.canonical().key()).toList());
        for (IdentifiedRow row : rows) {
            GoldenRecord golden = identified.bases().get(row.uid());
            written.put(
                    row.uid(),
                    written(
                            row,
                            golden,
                            Optional.ofNullable(echoes.get(row.canonical().key()))));
        }
        this.histories = histories();
    }

    static Repeated in(IdentifiedBatch identified) {
        return new Repeated(identified);
    }

    /** Of the row that speaks of a thing; empty when the hub wrote nothing there that still stands. */
    Optional<Record> of(Uid uid) {
        return Optional.ofNullable(written.get(uid))
                .map(this::told)
                .filter(told -> !Record.empty(told.type()).equals(told));
    }

    private static boolean isTold(IdentifiedRow row) {
        return row.existing()
                .filter(link -> link.present() && link.deliveredVersion() > 0)
                .isPresent();
    }

    private Written written(IdentifiedRow row, GoldenRecord golden, Optional<Echo> echo) {
        Link link = row.existing().orElseThrow();
        long heard = Survivorship.heard(golden, context.system());
        Optional<Record> told = echo.filter(kept -> kept.uid().equals(link.uid()) && kept.heard() == heard)
                .map(Echo::told);
        return new Written(row, golden, told, !golden.contributions().containsKey(context.system()));
    }

    /** Only where the golden record says otherwise by now does it matter what it said before. */
    private Map<Uid, List<Change>> histories() {
        Set<Uid> doubtful = new HashSet<>();
        written.forEach((uid, each) -> {
            boolean doubt = context.entity().fields().stream()
                    .anyMatch(field -> mayRepeat(each, field) && !repeatsGolden(each, field));
            if (doubt) {
                doubtful.add(uid);
            }
        });
        return doubtful.isEmpty() ? Map.of() : context.state().histories(doubtful);
    }

    private static boolean mayRepeat(Written each, FieldType field) {
        return each.neverSpoke() && kept(each, field) == null && says(each.row().record(), field);
    }

    private static boolean repeatsGolden(Written each, FieldType field) {
        return Repetition.of(
                each.golden().merged().raw(field.index()), each.row().record().raw(field.index()));
    }

    private static boolean says(Record record, FieldType field) {
        return record.find(field).filter(value -> !List.of().equals(value)).isPresent();
    }

    /** What is kept of a field; null for nothing. */
    private static Object kept(Written each, FieldType field) {
        return each.told()
                .map(told -> told.raw(field.index()))
                .filter(value -> !List.of().equals(value))
                .orElse(null);
    }

    private Record told(Written each) {
        Object[] told = new Object[context.entity().fields().size()];
        for (FieldType field : context.entity().fields()) {
            int index = field.index();
            Object kept = kept(each, field);
            if (kept != null) {
                told[index] = repeats(each, kept, index) ? each.row().record().raw(index) : kept;
            } else if (mayRepeat(each, field) && (repeatsGolden(each, field) || repeatsHistory(each, field))) {
                told[index] = each.row().record().raw(index);
            }
        }
        return Record.ofOwned(context.entity(), told);
    }

    /** What the target stored otherwise is kept as it said it, with references not yet identified. */
    private static boolean repeats(Written each, Object kept, int index) {
        return Repetition.of(kept, each.row().record().raw(index))
                || Repetition.of(kept, each.row().canonical().record().raw(index));
    }

    private boolean repeatsHistory(Written each, FieldType field) {
        Optional<String> said = ChangeOf.shown(each.row().record().raw(field.index()));
        return histories.getOrDefault(each.golden().uid(), List.of()).stream()
                .flatMap(change -> change.fields().stream())
                .anyMatch(change -> change.kind() == Change.Kind.CHANGED
                        && change.field().equals(field.name())
                        && change.before().equals(said));
    }
}
