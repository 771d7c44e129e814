package io.hefu.journey;

import io.hefu.crosswalk.Link;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import io.hefu.dictionary.Uid;
import io.hefu.golden.Identity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns the references of a batch from what the source says into UIDs, with one look-up for each kind of key. */
final class ReferenceResolver {
    /** @param awaited what is not known yet; the record waits for it unless this is empty */
    record Resolved(Record record, List<Reference> awaited) {}

    private record Place(String system, String entity) {}

    private final BatchContext context;
    private final Dictionary dictionary;
    private final Ladder ladder;
    private final Map<Reference, Uid> known = new HashMap<>();

    ReferenceResolver(BatchContext context, Ladder ladder) {
        this.context = context;
        this.dictionary = context.snapshot().part(Dictionary.class);
        this.ladder = ladder;
    }

    /** Looks up everything that these records refer to. */
    void prepare(List<CanonicalRow> rows) {
        Map<Place, Set<String>> byKey = new HashMap<>();
        Map<String, Set<String>> byBusinessKey = new HashMap<>();
        Set<Reference> asked = new HashSet<>();
        for (CanonicalRow row : rows) {
            collect(row.record(), asked);
        }
        for (Reference reference : asked) {
            if (reference instanceof Reference.ByKey at) {
                byKey.computeIfAbsent(new Place(at.system(), at.entity()), place -> new HashSet<>())
                        .add(at.key());
            } else if (reference instanceof Reference.ByBusinessKey by) {
                byBusinessKey
                        .computeIfAbsent(by.entity(), entity -> new HashSet<>())
                        .add(businessKey(by));
            }
        }
        byKey.forEach(this::lookUpKeys);
        byBusinessKey.forEach((entity, keys) -> lookUpBusinessKeys(entity, keys, asked));
    }

    Resolved resolve(Record record) {
        List<Reference> awaited = new ArrayList<>();
        Record resolved = resolve(record, awaited);
        return new Resolved(resolved, awaited);
    }

    private Record resolve(Record record, List<Reference> awaited) {
        Record result = record;
        for (FieldType field : record.type().fields()) {
            if (field.type() instanceof DataType.Ref) {
                result = resolveReference(result, field, awaited);
            } else if (field.type() instanceof DataType.ListOf && refersFromWithin(field)) {
                result = resolveElements(result, field, awaited);
            }
        }
        return result;
    }

    private Record resolveReference(Record record, FieldType field, List<Reference> awaited) {
        Optional<Object> value = record.find(field);
        if (value.isEmpty() || value.get() instanceof Reference.Known) {
            return record;
        }
        Reference reference = (Reference) value.get();
        Optional<Uid> uid = find(reference);
        if (uid.isEmpty()) {
            awaited.add(reference);
            return record;
        }
        return record.with(field, new Reference.Known(uid.get()));
    }

    private Record resolveElements(Record record, FieldType field, List<Reference> awaited) {
        List<Record> elements = record.list(field);
        if (elements.isEmpty()) {
            return record;
        }
        return record.with(
                field,
                elements.stream().map(element -> resolve(element, awaited)).toList());
    }

    private Optional<Uid> find(Reference reference) {
        Uid uid = known.get(reference);
        if (uid != null) {
            return Optional.of(uid);
        }
        if (reference instanceof Reference.ByKey at
                && at.system().equals(context.system())
                && at.entity().equals(context.entity().name())) {
            return ladder.inBatch(at.key());
        }
        if (reference instanceof Reference.ByBusinessKey by
                && by.entity().equals(context.entity().name())) {
            return ladder.newByBusinessKey(businessKey(by));
        }
        return Optional.empty();
    }

    private void lookUpKeys(Place place, Set<String> keys) {
        Map<String, Link> links = context.state().crosswalk().find(place.system(), place.entity(), keys);
        links.forEach((key, link) -> known.put(new Reference.ByKey(place.system(), place.entity(), key), link.uid()));
    }

    private void lookUpBusinessKeys(String entityName, Set<String> keys, Set<Reference> asked) {
        EntityType entity = dictionary.entity(entityName);
        Map<String, Uid> uids = context.state().goldens().byBusinessKey(entity, keys);
        for (Reference reference : asked) {
            if (reference instanceof Reference.ByBusinessKey by && by.entity().equals(entityName)) {
                Optional.ofNullable(uids.get(businessKey(by))).ifPresent(uid -> known.put(reference, uid));
            }
        }
    }

    private String businessKey(Reference.ByBusinessKey by) {
        return Identity.businessKey(dictionary.entity(by.entity()).field(by.field()), by.value());
    }

    private boolean refersFromWithin(FieldType field) {
        EntityType part = dictionary.entity(((DataType.ListOf) field.type()).part());
        return part.fields().stream()
                .anyMatch(inner -> inner.type() instanceof DataType.Ref || inner.type() instanceof DataType.ListOf);
    }

    private void collect(Record record, Set<Reference> into) {
        for (FieldType field : record.type().fields()) {
            if (field.type() instanceof DataType.Ref) {
                record.find(field).map(Reference.class::cast).ifPresent(into::add);
            } else if (field.type() instanceof DataType.ListOf && refersFromWithin(field)) {
                record.list(field).forEach(element -> collect(element, into));
            }
        }
    }
}
