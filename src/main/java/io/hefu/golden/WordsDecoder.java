package io.hefu.golden;

import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import io.hefu.store.StoreException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one document by a plan; not used again. */
final class WordsDecoder {
    private final DocumentReader reader;
    private final ReadingPlan plan;
    private final Conversion conversion;

    WordsDecoder(DocumentReader reader, ReadingPlan plan, Conversion conversion) {
        this.reader = reader;
        this.plan = plan;
        this.conversion = conversion;
    }

    GoldenRecord decode(Uid uid, long version) {
        int flags = reader.one();
        int systems = reader.count();
        List<Words> words = new ArrayList<>(systems);
        for (int i = 0; i < systems; i++) {
            words.add(words());
        }
        List<HeldWords> held = new ArrayList<>();
        if ((flags & DocumentCodec.WITH_HOLDS) != 0) {
            int holds = reader.count();
            for (int i = 0; i < holds; i++) {
                held().ifPresent(held::add);
            }
        }
        Optional<Provenance> deletion = (flags & DocumentCodec.DELETED) != 0
                ? Optional.of(new Provenance(reader.text(), reader.number()))
                : Optional.empty();
        return GoldenDocument.stored(uid, plan.entity(), version, words, held, deletion);
    }

    private Words words() {
        String system = reader.text();
        long header = reader.number();
        long newest = header >>> 1;
        int[] states = states(plan);
        if ((header & 1) == 0 && noneCleared(states)) {
            return Words.of(system, record(plan, states), newest);
        }
        long[] batches = batches(states, newest, (header & 1) != 0);
        return mixed(system, states, batches);
    }

    private static boolean noneCleared(int[] states) {
        return Arrays.stream(states).noneMatch(state -> state == WordsEncoder.CLEARED);
    }

    private long[] batches(int[] states, long newest, boolean mixed) {
        long[] batches = new long[states.length];
        for (int i = 0; i < states.length; i++) {
            batches[i] = mixed && states[i] != WordsEncoder.ABSENT ? newest - reader.number() : newest;
        }
        return batches;
    }

    private Words mixed(String system, int[] states, long[] batches) {
        EntityType entity = plan.entity();
        Word[] words = new Word[entity.fields().size()];
        Arrays.fill(words, Word.ABSENT);
        for (int i = 0; i < states.length; i++) {
            Object value = read(plan.steps().get(i), states[i]);
            Optional<FieldType> target = plan.steps().get(i).target();
            if (value != null && target.isPresent()) {
                words[target.get().index()] = new Word(value, batches[i], states[i] == WordsEncoder.CLEARED);
            }
        }
        return Words.of(system, entity, words);
    }

    private int[] states(ReadingPlan of) {
        int count = of.steps().size();
        int place = reader.skip((count + 3) / 4);
        int[] states = new int[count];
        for (int i = 0; i < count; i++) {
            states[i] = reader.byteAt(place + i / 4) >> i % 4 * 2 & 3;
        }
        return states;
    }

    private Record record(ReadingPlan of, int[] states) {
        Object[] values = new Object[of.entity().fields().size()];
        List<ReadingPlan.Step> steps = of.steps();
        for (int i = 0; i < states.length; i++) {
            ReadingPlan.Step step = steps.get(i);
            Object value = read(step, states[i]);
            if (value != null && step.target().isPresent()) {
                values[step.target().get().index()] = value;
            }
        }
        return Record.ofOwned(of.entity(), values);
    }

    private Object read(ReadingPlan.Step step, int state) {
        if (state == WordsEncoder.ABSENT) {
            return null;
        }
        if (state != WordsEncoder.VALUE) {
            return Record.Nothing.NULL;
        }
        Object value = value(step);
        return step.converted() ? converted(step, value) : value;
    }

    private Object value(ReadingPlan.Step step) {
        return switch (step.kind()) {
            case TEXT -> reader.text();
            case INTEGER -> reader.signed();
            case DECIMAL -> reader.decimal();
            case MONEY -> reader.money();
            case DATE -> reader.date();
            case TIME -> reader.time();
            case FLAG -> reader.one() != 0;
            case REF -> reader.reference();
            case LIST -> list(step.part().orElseThrow());
        };
    }

    private List<Record> list(ReadingPlan part) {
        int count = reader.count();
        List<Record> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(record(part, states(part)));
        }
        return List.copyOf(elements);
    }

    private Object converted(ReadingPlan.Step step, Object value) {
        FieldType field = step.target().orElseThrow();
        if (field.conversion().isEmpty()) {
            throw new StoreException(
                    "字段 " + plan.entity() + "." + field.name() + " 存储时的类型是 " + step.formerType() + "，现在是 "
                            + field.type().written() + "，但数据字典没有写 conversion。请在 " + field.position() + " 补上，或恢复原类型。",
                    "Field " + plan.entity() + "." + field.name() + " is stored as " + step.formerType()
                            + " and is now "
                            + field.type().written() + ", but the dictionary has no conversion for it. Add one at "
                            + field.position() + " or give it back its former type.",
                    false);
        }
        return conversion.convert(field, step.formerType(), value);
    }

    private Optional<HeldWords> held() {
        ReadingPlan.Step step = plan.steps().get(reader.count());
        String rule = reader.text();
        int count = reader.count();
        Map<String, Word> words = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String system = reader.text();
            long batch = reader.number();
            int state = reader.one();
            words.put(system, new Word(read(step, state), batch, state == WordsEncoder.CLEARED));
        }
        return step.target().map(field -> new HeldWords(field, rule, words));
    }
}
