package io.hefu.journey;

import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Identity;
import io.hefu.mapping.Belonging;
import io.hefu.mapping.Mapping;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Before a row of a {@code belongs:} mapping is identified: where it belongs. Of every other mapping each row is a thing of
 * its own and goes through as it is.
 *
 * @param rows those that go on, naming the thing that they belong to
 * @param placed the UID of each row's thing by the row's key; not of rows that a link knows
 * @param parked those that wait for what they name, or for a person
 * @param givenUp how many a person gave up before
 */
record Placement(List<CanonicalRow> rows, Map<String, Uid> placed, List<Parking> parked, int givenUp) {
    static Placement of(CanonicalBatch batch) {
        Optional<Belonging> belonging = batch.context().mapping().flatMap(Mapping::belonging);
        return belonging.isEmpty() || batch.rows().isEmpty()
                ? new Placement(batch.rows(), Map.of(), List.of(), 0)
                : new Sorter(batch, belonging.get()).sort();
    }

    private static final class Sorter {
        private final CanonicalBatch batch;
        private final BatchContext context;
        private final Belonging belonging;
        private final List<CanonicalRow> rows = new ArrayList<>();
        private final Map<String, Uid> placed = new HashMap<>();
        private final List<Parking> parked = new ArrayList<>();

        Sorter(CanonicalBatch batch, Belonging belonging) {
            this.batch = batch;
            this.context = batch.context();
            this.belonging = belonging;
        }

        Placement sort() {
            Set<String> linked = context.state()
                    .crosswalk()
                    .find(
                            context.system(),
                            context.entity().name(),
                            batch.rows().stream().map(CanonicalRow::key).toList())
                    .keySet();
            List<CanonicalRow> unlinked = batch.rows().stream()
                    .filter(row -> !linked.contains(row.key()))
                    .toList();
            Set<String> givenUp = context.state()
                    .givenUp(
                            context.flow(),
                            unlinked.stream()
                                    .map(CanonicalRow::source)
                                    .filter(row -> row.assigned().isEmpty())
                                    .toList());
            List<CanonicalRow> searched = unlinked.stream()
                    .filter(row -> !givenUp.contains(row.key()))
                    .toList();
            Map<String, Belongings.Answer> answers = answers(searched);
            batch.rows().stream().filter(row -> linked.contains(row.key())).forEach(rows::add);
            searched.forEach(row -> place(row, answers.get(row.key())));
            return new Placement(rows, placed, parked, givenUp.size());
        }

        private Map<String, Belongings.Answer> answers(List<CanonicalRow> searched) {
            Map<String, Belongings.Answer> answers =
                    new HashMap<>(new Belongings(context.state(), context.entity(), belonging)
                            .of(searched.stream().map(CanonicalRow::source).toList()));
            for (CanonicalRow row : searched) {
                row.source()
                        .assigned()
                        .flatMap(assigned -> alive(assigned.to()))
                        .ifPresent(golden -> answers.put(row.key(), new Belongings.Answer.Joins(golden)));
            }
            return answers;
        }

        private Optional<GoldenRecord> alive(Uid uid) {
            return Optional.ofNullable(
                            context.state().goldens().find(List.of(uid)).get(uid))
                    .filter(golden -> !golden.deleted() && golden.entity().equals(context.entity()));
        }

        private void place(CanonicalRow row, Belongings.Answer answer) {
            if (answer instanceof Belongings.Answer.Joins joins) {
                rows.add(row.with(named(row.record(), joins.thing().merged())));
                placed.put(row.key(), joins.thing().uid());
            } else if (answer instanceof Belongings.Answer.Waits waits) {
                parked.add(new Parking.Waiting(row.source(), List.of(waits.number())));
            } else {
                Belongings.Answer.Asks asks = (Belongings.Answer.Asks) answer;
                List<String> candidates = asks.candidates().stream()
                        .flatMap(golden -> Identity.businessKey(golden.merged()).stream())
                        .toList();
                parked.add(new Parking.Asking(row.source(), asks.reason(), candidates));
            }
        }

        /** With the business key of its thing, so that the thing keeps a name when its other systems have left it. */
        private static Record named(Record record, Record thing) {
            Record named = record;
            for (FieldType field : thing.type().keys().stream().findFirst().orElse(List.of())) {
                if (!named.has(field) && thing.find(field).isPresent()) {
                    named = named.with(field, thing.value(field));
                }
            }
            return named;
        }
    }
}
