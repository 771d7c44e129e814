package io.hefu.golden;

import io.hefu.dictionary.DataType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import io.hefu.dictionary.Uid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/** Lets the references of a golden record point to another thing, when two things became one or one became two. */
public final class Pointing {
    private Pointing() {}

    /** The systems whose words, held ones included, refer to a thing. */
    public static Set<String> systems(GoldenRecord record, Uid thing) {
        GoldenDocument document = GoldenDocument.of(record);
        Set<String> systems = new TreeSet<>();
        for (Words words : document.words()) {
            if (record.entity().fields().stream()
                    .anyMatch(field -> refers(words.said().raw(field.index()), thing))) {
                systems.add(words.system());
            }
        }
        document.held()
                .forEach(held -> held.words().forEach((system, word) -> {
                    if (refers(word.value(), thing)) {
                        systems.add(system);
                    }
                }));
        return systems;
    }

    /** Every thing that the merged record refers to. */
    public static void collect(GoldenRecord record, Set<Uid> into) {
        collect(record.merged(), into);
    }

    private static void collect(Record record, Set<Uid> into) {
        for (FieldType field : record.type().fields()) {
            Object value = record.raw(field.index());
            if (value instanceof Reference.Known known) {
                into.add(known.uid());
            } else if (value instanceof List<?> list) {
                list.stream().filter(Record.class::isInstance).forEach(element -> collect((Record) element, into));
            }
        }
    }

    /** The next version, in which these systems refer to one thing instead of another; the same object when none does. */
    public static GoldenRecord to(GoldenRecord record, Uid former, Uid next, Predicate<String> system) {
        GoldenDocument document = GoldenDocument.of(record);
        List<Words> words = new ArrayList<>(document.words());
        words.replaceAll(each -> system.test(each.system()) ? pointed(each, former, next) : each);
        List<HeldWords> held = new ArrayList<>(document.held());
        held.replaceAll(each -> pointed(each, former, next, system));
        return words.equals(document.words()) && held.equals(document.held())
                ? record
                : document.next(words, held, document.deletion());
    }

    /** A thing that is its own parent, as when parent and child were one, has none. */
    static GoldenRecord awayFromItself(GoldenRecord record) {
        GoldenDocument document = GoldenDocument.of(record);
        List<Words> words = new ArrayList<>(document.words());
        for (FieldType field : record.entity().fields()) {
            words.replaceAll(each ->
                    field.type() instanceof DataType.Ref && refers(each.said().raw(field.index()), record.uid())
                            ? each.with(field, Word.ABSENT)
                            : each);
        }
        return words.equals(document.words()) ? record : document.next(words, document.held(), document.deletion());
    }

    private static Words pointed(Words words, Uid former, Uid next) {
        Words result = words;
        for (FieldType field : words.said().type().fields()) {
            Object value = words.said().raw(field.index());
            if (refers(value, former)) {
                Word word = words.word(field);
                result = result.with(field, new Word(replaced(value, former, next), word.batch(), word.clears()));
            }
        }
        return result;
    }

    private static HeldWords pointed(HeldWords held, Uid former, Uid next, Predicate<String> system) {
        Map<String, Word> words = new LinkedHashMap<>(held.words());
        words.replaceAll((name, word) -> system.test(name) && refers(word.value(), former)
                ? new Word(replaced(word.value(), former, next), word.batch(), word.clears())
                : word);
        return words.equals(held.words()) ? held : new HeldWords(held.field(), held.rule(), words);
    }

    private static boolean refers(Object value, Uid thing) {
        if (value instanceof Reference.Known known) {
            return known.uid().equals(thing);
        }
        return value instanceof List<?> list
                && list.stream().anyMatch(element -> element instanceof Record record && refersWithin(record, thing));
    }

    private static boolean refersWithin(Record record, Uid thing) {
        return record.type().fields().stream().anyMatch(field -> refers(record.raw(field.index()), thing));
    }

    private static Object replaced(Object value, Uid former, Uid next) {
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(element -> element instanceof Record record ? replaced(record, former, next) : element)
                    .toList();
        }
        return new Reference.Known(next);
    }

    private static Record replaced(Record record, Uid former, Uid next) {
        Record result = record;
        for (FieldType field : record.type().fields()) {
            Object value = record.raw(field.index());
            if (refers(value, former)) {
                result = result.with(field, replaced(value, former, next));
            }
        }
        return result;
    }
}
