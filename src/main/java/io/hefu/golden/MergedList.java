package io.hefu.golden;

import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lists of several systems as one: elements with equal keys are one element, whose fields come from the first list in
 * the order of precedence that says them; elements that only one list has are kept. An element without a key is like no
 * other.
 */
final class MergedList {
    private MergedList() {}

    static List<Record> of(FieldType field, List<Words> all) {
        List<Words> ordered = inOrder(field, all);
        if (ordered.isEmpty()) {
            return List.of();
        }
        List<Record> first = ordered.get(0).said().list(field);
        return ordered.size() == 1 ? first : united(field, ordered);
    }

    /** Systems with a list, the winner first; those outside a declared authority only when none of it has one. */
    static List<Words> inOrder(FieldType field, List<Words> all) {
        List<Words> own = own(field, all);
        List<Words> speaking = new ArrayList<>();
        for (String system : field.authority()) {
            own.stream().filter(words -> words.system().equals(system)).forEach(speaking::add);
        }
        if (speaking.isEmpty()) {
            speaking.addAll(own);
            speaking.sort((one, other) -> Winner.outranks(field.index(), one, other) ? -1 : 1);
        }
        return speaking;
    }

    /** Those with a list of their own; those that only repeat one when nobody has. */
    private static List<Words> own(FieldType field, List<Words> all) {
        List<Words> speaking =
                all.stream().filter(words -> words.speaks(field.index())).toList();
        List<Words> own =
                speaking.stream().filter(words -> !words.isEcho(field.index())).toList();
        return own.isEmpty() ? speaking : own;
    }

    private static List<Record> united(FieldType field, List<Words> ordered) {
        Map<Object, Record> elements = new LinkedHashMap<>();
        for (Words words : ordered) {
            Map<Object, Integer> seen = new HashMap<>();
            for (Record element : words.said().list(field)) {
                Object key =
                        Identity.businessKey(element).<Object>map(text -> text).orElseGet(Object::new);
                // A key that one list repeats meets its own counterpart in the other list, so that none is lost.
                int occurrence = seen.merge(key, 1, Integer::sum);
                elements.merge(occurrence == 1 ? key : List.of(key, occurrence), element, MergedList::filled);
            }
        }
        return List.copyOf(elements.values());
    }

    /** Both lists, the later element in the place of the earlier with an equal key. */
    static List<Record> joined(List<Record> earlier, List<Record> later) {
        Map<Object, Record> elements = new LinkedHashMap<>();
        for (List<Record> list : List.of(earlier, later)) {
            list.forEach(element -> elements.put(
                    Identity.businessKey(element).<Object>map(text -> text).orElseGet(() -> element), element));
        }
        return List.copyOf(elements.values());
    }

    private static Record filled(Record element, Record further) {
        EntityType type = element.type();
        Record filled = element;
        for (FieldType field : type.fields()) {
            boolean saysNothing = !element.has(field) || List.of().equals(element.raw(field.index()));
            if (saysNothing && further.has(field)) {
                filled = filled.with(field, further.raw(field.index()));
            }
        }
        return filled;
    }

    static Optional<Words> winner(FieldType field, List<Words> all) {
        return inOrder(field, all).stream().findFirst();
    }
}
