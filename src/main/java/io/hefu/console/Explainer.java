package io.hefu.console;

import io.hefu.crosswalk.Merge;
import io.hefu.crosswalk.Merges;
import io.hefu.definition.Text;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Hold;
import io.hefu.golden.Identity;
import io.hefu.golden.PossibleDuplicate;
import io.hefu.golden.PossibleDuplicates;
import io.hefu.golden.Provenance;
import io.hefu.ledger.Batch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds a thing by what a person types, and explains it. */
public final class Explainer {
    private static final int SENT = 50;

    private final Books books;
    private final Things things;

    public Explainer(Books books) {
        this.books = books;
        this.things = new Things(books);
    }

    /** @param asked a UID, {@code system/entity/key}, or a business number; several things may bear the same number */
    public List<Uid> find(String asked) {
        Set<Uid> found = new LinkedHashSet<>();
        uid(asked)
                .map(uid -> books.merges().survivorOf(uid).orElse(uid))
                .filter(uid -> books.goldens().find(uid).isPresent())
                .ifPresent(found::add);
        String[] parts = asked.split("/", 3);
        if (parts.length == 3) {
            books.crosswalk().find(parts[0], parts[1], parts[2]).ifPresent(link -> found.add(link.uid()));
        }
        for (EntityType entity : books.dictionary().entities()) {
            if (!entity.part()) {
                found.addAll(byNumber(entity, asked));
            }
        }
        return List.copyOf(found);
    }

    private static Optional<Uid> uid(String asked) {
        try {
            return Optional.of(Uid.parse(asked.strip()));
        } catch (IllegalArgumentException otherwise) {
            return Optional.empty();
        }
    }

    private List<Uid> byNumber(EntityType entity, String asked) {
        List<String> keys = entity.keys().stream()
                .filter(key -> key.size() == 1)
                .map(key -> Identity.businessKey(key.get(0), asked))
                .toList();
        return List.copyOf(books.goldens().byBusinessKey(entity, keys).values());
    }

    /** Empty when there is no such thing. */
    public Optional<Explanation> explain(Uid uid) {
        return books.goldens().find(uid).map(this::explain);
    }

    private Explanation explain(GoldenRecord golden) {
        Uid uid = golden.uid();
        Map<Long, Batch> batches = new HashMap<>();
        return new Explanation(
                uid,
                golden.entity().name(),
                golden.entity().title(),
                Things.name(golden),
                golden.version(),
                golden.deleted(),
                books.crosswalk().linksOf(List.of(uid)).getOrDefault(uid, List.of()),
                fields(golden, batches),
                changes(uid, batches),
                books.deliveries().of(uid, SENT),
                new Matters(books).of(uid),
                books.firings().of(uid),
                duplicates(golden),
                merges(golden));
    }

    private List<Explanation.Field> fields(GoldenRecord golden, Map<Long, Batch> batches) {
        List<Explanation.Field> fields = new ArrayList<>();
        for (FieldType field : golden.entity().fields()) {
            Optional<Text> held = golden.holds().stream()
                    .filter(hold -> hold.field().equals(field))
                    .map(Hold::value)
                    .map(value -> things.value(field, value))
                    .findFirst();
            Optional<Object> value = shown(golden.merged(), field);
            List<Explanation.Other> others = others(golden, field);
            if (value.isPresent() || held.isPresent() || !others.isEmpty()) {
                fields.add(new Explanation.Field(
                        field.name(),
                        field.title(),
                        things.value(field, value),
                        golden.provenance(field).map(provenance -> source(provenance, batches)),
                        others,
                        held));
            }
        }
        return fields;
    }

    private List<Explanation.Other> others(GoldenRecord golden, FieldType field) {
        String winner = golden.provenance(field).map(Provenance::system).orElse("");
        List<Explanation.Other> others = new ArrayList<>();
        golden.contributions().forEach((system, said) -> {
            if (!system.equals(winner) && shown(said, field).isPresent()) {
                others.add(new Explanation.Other(system, things.value(field, shown(said, field))));
            }
        });
        return others;
    }

    private static Optional<Object> shown(Record record, FieldType field) {
        boolean emptyList =
                field.type() instanceof DataType.ListOf && record.list(field).isEmpty();
        return emptyList ? Optional.empty() : record.find(field);
    }

    private Explanation.Source source(Provenance provenance, Map<Long, Batch> batches) {
        return source(provenance.system(), provenance.batch(), batches);
    }

    private Explanation.Source source(String system, long number, Map<Long, Batch> batches) {
        Optional<Batch> batch = batch(number, batches);
        return new Explanation.Source(
                system,
                number,
                batch.map(Batch::at),
                batch.map(Batch::definitions).orElse(""));
    }

    private List<Explanation.Version> changes(Uid uid, Map<Long, Batch> batches) {
        return books.ledger().changes().history(uid).stream()
                .map(change ->
                        new Explanation.Version(change.version(), source(change.batch(), batches), change.fields()))
                .toList();
    }

    private Explanation.Source source(long number, Map<Long, Batch> batches) {
        String system =
                batch(number, batches).map(batch -> batch.flow().system()).orElse("");
        return source(system, number, batches);
    }

    private Optional<Batch> batch(long number, Map<Long, Batch> batches) {
        return Optional.ofNullable(batches.computeIfAbsent(
                number, asked -> books.ledger().batches().find(asked).orElse(null)));
    }

    private List<Explanation.Merged> merges(GoldenRecord golden) {
        return books.merges().of(golden.uid()).stream()
                .map(merge -> merged(golden, merge))
                .toList();
    }

    private Explanation.Merged merged(GoldenRecord golden, Merge merge) {
        boolean survivor = merge.survivor().equals(golden.uid());
        Uid other = survivor ? merge.absorbed() : merge.survivor();
        Merges.Before before = books.merges().before(merge.id());
        Merges.Kept kept = survivor ? before.absorbed() : before.survivor();
        GoldenRecord then = books.goldens().restored(other, golden.entity(), kept.version(), kept.document());
        return new Explanation.Merged(merge, other, Things.name(then));
    }

    private List<Explanation.Likeness> duplicates(GoldenRecord golden) {
        List<Explanation.Likeness> duplicates = new ArrayList<>();
        for (PossibleDuplicates.Pair each : books.duplicates().of(golden.uid())) {
            PossibleDuplicate pair = each.of();
            if (each.state() == PossibleDuplicates.State.OPEN) {
                Uid other = pair.uid().equals(golden.uid()) ? pair.other() : pair.uid();
                String name = things.names(List.of(other)).get(other);
                duplicates.add(new Explanation.Likeness(other, name, Matters.shared(pair)));
            }
        }
        return duplicates;
    }
}
