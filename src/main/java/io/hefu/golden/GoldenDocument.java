package io.hefu.golden;

import io.hefu.dictionary.DataType;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A golden record by the words that it is made of. */
final class GoldenDocument implements GoldenRecord {
    private final Uid uid;
    private final EntityType entity;
    private final long version;
    private final long storedVersion;
    private final List<Words> words;
    private final List<HeldWords> held;
    private final Optional<Provenance> deletion;
    private Record merged; // computed when first asked; the race is harmless, both compute the same

    private GoldenDocument(
            Uid uid,
            EntityType entity,
            long version,
            long storedVersion,
            List<Words> words,
            List<HeldWords> held,
            Optional<Provenance> deletion) {
        this.uid = uid;
        this.entity = entity;
        this.version = version;
        this.storedVersion = storedVersion;
        this.words = words;
        this.held = held;
        this.deletion = deletion;
    }

    static GoldenDocument created(Uid uid, EntityType entity, Words first) {
        return new GoldenDocument(uid, entity, 1, 0, List.of(first), List.of(), Optional.empty());
    }

    static GoldenDocument stored(
            Uid uid,
            EntityType entity,
            long version,
            List<Words> words,
            List<HeldWords> held,
            Optional<Provenance> deletion) {
        return new GoldenDocument(uid, entity, version, version, List.copyOf(words), List.copyOf(held), deletion);
    }

    static GoldenDocument of(GoldenRecord record) {
        if (record instanceof GoldenDocument document) {
            return document;
        }
        throw new IllegalArgumentException("a golden record of another making: " + record.getClass());
    }

    /** As changed since it was stored, be it in one step or in several. */
    GoldenDocument next(List<Words> nextWords, List<HeldWords> nextHeld, Optional<Provenance> nextDeletion) {
        return new GoldenDocument(
                uid,
                entity,
                storedVersion + 1,
                storedVersion,
                List.copyOf(nextWords),
                List.copyOf(nextHeld),
                nextDeletion);
    }

    GoldenDocument settled() {
        return version == storedVersion ? this : stored(uid, entity, version, words, held, deletion);
    }

    @Override
    public Uid uid() {
        return uid;
    }

    @Override
    public EntityType entity() {
        return entity;
    }

    @Override
    public long version() {
        return version;
    }

    List<Words> words() {
        return words;
    }

    List<HeldWords> held() {
        return held;
    }

    @Override
    public Optional<Provenance> deletion() {
        return deletion;
    }

    @Override
    public boolean deleted() {
        return deletion.isPresent();
    }

    @Override
    public Record merged() {
        if (merged == null) {
            merged = words.size() == 1 ? words.get(0).said() : merge();
        }
        return merged;
    }

    private Record merge() {
        Object[] values = new Object[entity.fields().size()];
        for (FieldType field : entity.fields()) {
            values[field.index()] = value(field, words);
        }
        return Record.ofOwned(entity, values);
    }

    private static Object value(FieldType field, List<Words> all) {
        return field.type() instanceof DataType.ListOf
                ? MergedList.of(field, all)
                : Winner.of(field, all)
                        .map(winner -> winner.said().raw(field.index()))
                        .orElse(null);
    }

    private static Optional<Words> winner(FieldType field, List<Words> all) {
        return field.type() instanceof DataType.ListOf ? MergedList.winner(field, all) : Winner.of(field, all);
    }

    @Override
    public Map<String, Record> contributions() {
        Map<String, Record> said = new LinkedHashMap<>();
        words.forEach(each -> said.put(each.system(), each.said()));
        return said;
    }

    @Override
    public Optional<Provenance> provenance(FieldType field) {
        return winner(field, words).map(each -> new Provenance(each.system(), each.batchOf(field.index())));
    }

    @Override
    public List<Hold> holds() {
        return held.stream().map(this::hold).toList();
    }

    private Hold hold(HeldWords each) {
        FieldType field = each.field();
        List<Words> released = withHeld(each);
        Object value = Optional.ofNullable(value(field, released)).orElse(Record.Nothing.NULL);
        Provenance provenance = winner(field, released)
                .map(winner -> new Provenance(winner.system(), winner.batchOf(field.index())))
                .orElseGet(() -> new Provenance(each.words().keySet().iterator().next(), 0));
        return new Hold(field, value, each.rule(), provenance);
    }

    /** All words as they would be if the held ones counted. */
    List<Words> withHeld(HeldWords each) {
        List<Words> released = new ArrayList<>(words);
        each.words().forEach((system, word) -> put(released, system, each.field(), word));
        released.removeIf(words -> each.words().containsKey(words.system()) && !words.speaksAtAll());
        return released;
    }

    Optional<HeldWords> heldOn(FieldType field) {
        return held.stream()
                .filter(each -> each.field().index() == field.index())
                .findFirst();
    }

    static Optional<Words> of(String system, List<Words> all) {
        return all.stream().filter(words -> words.system().equals(system)).findFirst();
    }

    /** Replaces one word of one system. */
    void put(List<Words> all, String system, FieldType field, Word word) {
        Words former = of(system, all).orElseGet(() -> Words.of(system, Record.empty(entity), 0));
        Words next = former.with(field, word);
        if (all.contains(former)) {
            all.set(all.indexOf(former), next);
        } else {
            all.add(next);
        }
    }

    boolean sameAs(GoldenDocument other) {
        return deletion.equals(other.deletion)
                && words.size() == other.words.size()
                && held.size() == other.held.size()
                && words.stream().allMatch(each -> other.words.stream().anyMatch(each::sameAs))
                && held.stream().allMatch(each -> other.held.stream().anyMatch(each::sameAs));
    }

    @Override
    public String toString() {
        return entity + " " + uid + " v" + version + " " + words + (held.isEmpty() ? "" : " held " + held);
    }
}
