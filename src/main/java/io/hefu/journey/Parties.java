package io.hefu.journey;

import io.hefu.definition.Text;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenRecords;
import io.hefu.golden.Identity;
import io.hefu.mapping.Belonging;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the parties that words name, and of each the things that it may mean. */
final class Parties {
    private final GoldenRecords goldens;
    private final EntityType entity;
    private final Belonging belonging;

    Parties(GoldenRecords goldens, EntityType entity, Belonging belonging) {
        this.goldens = goldens;
        this.entity = entity;
        this.belonging = belonging;
    }

    /** A party, by the field of the thing that refers to it. */
    private record Party(FieldType reference, Uid uid) {}

    /** Only of rows whose words name a party; the others are left to the next step. */
    Map<String, Belongings.Answer> answers(List<Belonging.Place> places, Map<String, List<String>> seen) {
        Map<String, Set<Party>> byWord = byWord(places, seen);
        Map<String, Belongings.Answer> answers = new HashMap<>();
        Map<Party, List<GoldenRecord>> open = new HashMap<>();
        seen.forEach((key, words) -> {
            Set<Party> named = words.stream()
                    .flatMap(word -> byWord.getOrDefault(Identity.lookupText(word), Set.of()).stream())
                    .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
            if (!named.isEmpty()) {
                List<GoldenRecord> candidates = named.stream()
                        .flatMap(party -> open.computeIfAbsent(party, this::open).stream())
                        .distinct()
                        .toList();
                answers.put(key, answer(words, named, candidates));
            }
        });
        return answers;
    }

    private Map<String, Set<Party>> byWord(List<Belonging.Place> places, Map<String, List<String>> seen) {
        Set<String> asked = new TreeSet<>();
        seen.values().forEach(words -> words.forEach(word -> asked.add(Identity.lookupText(word))));
        Map<String, Set<Party>> byWord = new HashMap<>();
        for (Belonging.Place place : places) {
            Map<String, List<Uid>> found = goldens.byLookup(place.entity(), place.field(), asked);
            Set<Uid> uids = found.values().stream().flatMap(List::stream).collect(Collectors.toSet());
            Map<Uid, GoldenRecord> known = goldens.find(uids);
            found.forEach((word, bearers) -> bearers.stream()
                    .flatMap(uid -> Optional.ofNullable(known.get(uid)).stream())
                    .filter(golden -> !golden.deleted())
                    .flatMap(golden -> party(place, golden).stream())
                    .forEach(party -> byWord.computeIfAbsent(word, none -> new java.util.LinkedHashSet<>())
                            .add(party)));
        }
        return byWord;
    }

    private static Optional<Party> party(Belonging.Place place, GoldenRecord golden) {
        if (place.leads().isEmpty()) {
            return Optional.of(new Party(place.reference(), golden.uid()));
        }
        return golden.merged()
                .find(place.leads().get())
                .filter(Reference.Known.class::isInstance)
                .map(reference -> new Party(place.reference(), ((Reference.Known) reference).uid()));
    }

    private List<GoldenRecord> open(Party party) {
        String word = Identity.lookupText(new Reference.Known(party.uid()));
        List<Uid> uids =
                goldens.byLookup(entity, party.reference(), List.of(word)).getOrDefault(word, List.of());
        Map<Uid, GoldenRecord> found = new LinkedHashMap<>(goldens.find(uids));
        List<GoldenRecord> open = new ArrayList<>();
        for (Uid uid : uids) {
            Optional.ofNullable(found.get(uid))
                    .filter(golden -> !golden.deleted() && belonging.open().test(golden.merged()))
                    .ifPresent(open::add);
        }
        return open;
    }

    private Belongings.Answer answer(List<String> words, Set<Party> named, List<GoldenRecord> candidates) {
        if (named.size() == 1 && candidates.size() == 1) {
            return new Belongings.Answer.Joins(candidates.get(0));
        }
        String said = String.join(", ", words);
        String who = names(named);
        Text reason;
        if (named.size() > 1) {
            reason = Text.of(
                    "%s 可能是几家：%s；进行中的%s共 %s 个",
                    "%s may be several: %s; open of %s: %s", said, who, entity.title(), candidates.size());
        } else if (candidates.isEmpty()) {
            reason = Text.of("%s 是%s，没有进行中的%s", "%s is %s, which has no open %s", said, who, entity.title());
        } else {
            reason = Text.of(
                    "%s 是%s，进行中的%s有 %s 个",
                    "%s is %s, which has %4$s open of %3$s", said, who, entity.title(), candidates.size());
        }
        return new Belongings.Answer.Asks(reason, candidates);
    }

    private String names(Set<Party> parties) {
        Map<Uid, GoldenRecord> found =
                goldens.find(parties.stream().map(Party::uid).collect(Collectors.toSet()));
        return parties.stream()
                .map(party -> Optional.ofNullable(found.get(party.uid()))
                        .map(golden -> name(golden.merged()))
                        .orElseGet(() -> party.uid().toString()))
                .collect(Collectors.joining(", "));
    }

    private static String name(Record record) {
        return record.type()
                .identifyingName()
                .flatMap(record::find)
                .map(Object::toString)
                .or(() -> Identity.businessKey(record).map(key -> key.substring(key.indexOf('=') + 1)))
                .orElse(record.type().name());
    }
}
