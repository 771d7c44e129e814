package io.hefu.journey;

import io.hefu.definition.Text;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Reference;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Identity;
import io.hefu.mapping.Belonging;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds which thing each row belongs to, where rows are no things of their own; looks up a whole batch at once. */
final class Belongings {
    /** What became of the search. */
    sealed interface Answer {
        /** It belongs to this one. */
        record Joins(GoldenRecord thing) implements Answer {}

        /** It names one that is not known yet. */
        record Waits(Reference number) implements Answer {}

        /** A person must say. */
        record Asks(Text reason, List<GoldenRecord> candidates) implements Answer {}
    }

    private final HubState state;
    private final EntityType entity;
    private final Belonging belonging;
    private final Parties parties;

    Belongings(HubState state, EntityType entity, Belonging belonging) {
        this.state = state;
        this.entity = entity;
        this.belonging = belonging;
        this.parties = new Parties(state.goldens(), entity, belonging);
    }

    /** The rows' keys with what was found; every row has an answer. */
    Map<String, Answer> of(Collection<SourceRow> rows) {
        Map<String, Answer> answers = new HashMap<>();
        Map<String, SourceRow> open = new LinkedHashMap<>();
        Map<String, Set<String>> senders = new HashMap<>();
        rows.forEach(row -> open.put(row.key(), row));
        for (Belonging.Step step : belonging.steps()) {
            Map<String, List<String>> seen = new LinkedHashMap<>();
            for (SourceRow row : List.copyOf(open.values())) {
                Belonging.Seen words = step.sight().see(row.row());
                if (!words.words().isEmpty()) {
                    seen.put(row.key(), words.words());
                } else if (words.fault().isPresent()) {
                    // What it says there is not known: a weaker step must not speak for it.
                    answers.put(row.key(), unreadable(words.fault().get().what()));
                    open.remove(row.key());
                }
            }
            Map<String, Answer> found = step.target() instanceof Belonging.Target.Parties of
                    ? parties.answers(of.places(), seen)
                    : numbered(((Belonging.Target.Number) step.target()).field(), seen);
            if (step.target() instanceof Belonging.Target.Parties) {
                seen.forEach((key, words) -> senders.computeIfAbsent(key, none -> new LinkedHashSet<>())
                        .addAll(words));
            }
            answers.putAll(found);
            open.keySet().removeAll(found.keySet());
        }
        open.keySet().forEach(key -> answers.put(key, nobody(senders.getOrDefault(key, Set.of()))));
        return answers;
    }

    /** A row that names something is decided by it. */
    private Map<String, Answer> numbered(FieldType field, Map<String, List<String>> seen) {
        Set<String> keys = new TreeSet<>();
        seen.values().forEach(words -> words.forEach(word -> keys.add(Identity.businessKey(field, word))));
        Map<String, Uid> uids = state.goldens().byBusinessKey(entity, keys);
        Map<Uid, GoldenRecord> goldens = state.goldens().find(Set.copyOf(uids.values()));
        Map<String, Answer> answers = new HashMap<>();
        seen.forEach((key, words) -> answers.put(key, numbered(field, words, uids, goldens)));
        return answers;
    }

    private Answer numbered(
            FieldType field, List<String> words, Map<String, Uid> uids, Map<Uid, GoldenRecord> goldens) {
        List<GoldenRecord> known = words.stream()
                .flatMap(word -> Optional.ofNullable(uids.get(Identity.businessKey(field, word))).stream())
                .flatMap(uid -> Optional.ofNullable(goldens.get(uid)).stream())
                .toList();
        List<GoldenRecord> alive =
                known.stream().filter(golden -> !golden.deleted()).toList();
        String named = String.join(", ", words);
        if (words.size() > 1) {
            return new Answer.Asks(
                    Text.of("提到了几个%s：%s", "it names more than one %s: %s", entity.title(), named), alive);
        } else if (known.isEmpty()) {
            return new Answer.Waits(new Reference.ByBusinessKey(entity.name(), field.name(), words.get(0)));
        }
        return alive.isEmpty()
                ? new Answer.Asks(Text.of("提到的 %s 已被删除", "it names %s, which was deleted", named), List.of())
                : new Answer.Joins(alive.get(0));
    }

    private static Answer unreadable(Text what) {
        return new Answer.Asks(Text.of("看不清它属于谁：%s", "what it belongs to cannot be read: %s", what), List.of());
    }

    private Answer nobody(Set<String> senders) {
        return new Answer.Asks(
                senders.isEmpty()
                        ? Text.of("没有写明哪个%s", "it does not say which %s it belongs to", entity.title())
                        : Text.of(
                                "没有写明哪个%s，也认不出 %s 是谁",
                                "it does not say which %s it belongs to, and nobody is known by %s",
                                entity.title(),
                                String.join(", ", senders)),
                List.of());
    }
}
