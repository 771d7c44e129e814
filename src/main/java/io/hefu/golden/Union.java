package io.hefu.golden;

import io.hefu.dictionary.DataType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes one golden record of two that are the same thing, and two again of one.
 *
 * <p>A system that speaks of both is heard by the survivor's words: its key of the other one is a duplicate from then on.
 */
public final class Union {
    private Union() {}

    /**
     * The survivor's next version, with the words of the systems that know the other one only.
     *
     * @param adds the systems of which many rows add to one thing: their lists are joined
     */
    public static GoldenRecord of(GoldenRecord survivor, GoldenRecord absorbed, Predicate<String> adds) {
        GoldenDocument into = GoldenDocument.of(survivor);
        GoldenDocument from = GoldenDocument.of(absorbed);
        Set<String> known = systems(into.words());
        List<Words> words = new ArrayList<>(into.words());
        from.words().stream().filter(each -> !known.contains(each.system())).forEach(words::add);
        words.replaceAll(each -> adds.test(each.system())
                ? GoldenDocument.of(each.system(), from.words())
                        .map(other -> joined(each, other))
                        .orElse(each)
                : each);
        List<HeldWords> held = new ArrayList<>(into.held());
        for (HeldWords each : from.held()) {
            held(held, each, system -> !known.contains(system));
        }
        GoldenRecord united = into.next(words, held, into.deletion());
        GoldenRecord ofItself = Pointing.to(united, absorbed.uid(), survivor.uid(), system -> true);
        return Pointing.awayFromItself(ofItself);
    }

    private static Words joined(Words words, Words other) {
        Words joined = words;
        for (FieldType field : words.said().type().fields()) {
            if (field.type() instanceof DataType.ListOf && other.speaks(field.index())) {
                List<Record> both =
                        MergedList.joined(other.said().list(field), words.said().list(field));
                long batch = Math.max(other.batchOf(field.index()), words.batchOf(field.index()));
                joined = joined.with(field, new Word(both, batch, false));
            }
        }
        return joined;
    }

    /**
     * What one record becomes when a union is undone.
     *
     * @param left the survivor's next version
     * @param reborn the absorbed one, as the version after its last
     */
    public record Parted(GoldenRecord left, GoldenRecord reborn) {}

    /**
     * Undoes a union. What the absorbed one's systems said since is theirs; what they only repeat of the union's own values
     * is not, since the hub wrote that there.
     *
     * @param now the united record
     * @param survivor as it was before the union
     * @param absorbed as it was before the union
     * @param there the systems that still have a key of the absorbed one
     * @param deed the union's batch and this deed's
     */
    public static Parted part(
            GoldenRecord now, GoldenRecord survivor, GoldenRecord absorbed, Set<String> there, Deed deed) {
        GoldenDocument united = GoldenDocument.of(now);
        GoldenDocument gone = GoldenDocument.of(absorbed);
        Set<String> moved = systems(gone.words());
        moved.removeAll(systems(GoldenDocument.of(survivor).words()));
        List<Words> left = new ArrayList<>(united.words());
        left.removeIf(words -> moved.contains(words.system()));
        Record common = of(survivor, absorbed, system -> false).merged();
        List<Words> reborn = new ArrayList<>();
        for (Words then : gone.words()) {
            reborn.add(
                    moved.contains(then.system())
                            ? GoldenDocument.of(then.system(), united.words())
                                    .map(spoken -> saidSince(spoken, then, common, deed.union()))
                                    .orElse(then)
                            : then);
        }
        List<HeldWords> heldLeft = new ArrayList<>();
        List<HeldWords> heldReborn = new ArrayList<>();
        for (HeldWords each : united.held()) {
            held(heldLeft, each, system -> !moved.contains(system));
            held(heldReborn, each, moved::contains);
        }
        for (HeldWords each : gone.held()) {
            held(heldReborn, each, system -> !moved.contains(system));
        }
        Provenance parted = new Provenance(Provenance.HUB, deed.batch());
        GoldenDocument remaining = isOrphaned(left)
                ? united.next(united.words(), heldLeft, Optional.of(parted))
                : united.next(left, heldLeft, united.deletion());
        List<Words> living = new ArrayList<>(reborn);
        living.removeIf(words -> !words.system().equals(Provenance.HUB) && !there.contains(words.system()));
        // What every system deleted meanwhile comes back as deleted.
        GoldenDocument again = isOrphaned(living)
                ? gone.next(reborn, heldReborn, Optional.of(parted))
                : gone.next(living, heldReborn, Optional.empty());
        return new Parted(remaining, again);
    }

    private static boolean isOrphaned(List<Words> words) {
        return words.stream().allMatch(each -> each.system().equals(Provenance.HUB));
    }

    /**
     * @param union the batch that made one of two
     * @param batch the batch that parts them
     */
    public record Deed(long union, long batch) {}

    private static Words saidSince(Words now, Words then, Record common, long union) {
        Words said = then;
        for (FieldType field : then.said().type().fields()) {
            int index = field.index();
            boolean news = now.speaks(index)
                    && now.batchOf(index) > union
                    && !SameValue.of(now.said().raw(index), common.raw(index));
            if (news) {
                said = said.with(field, now.word(field));
            }
        }
        return said;
    }

    private static void held(List<HeldWords> into, HeldWords each, Predicate<String> of) {
        Map<String, Word> words = new LinkedHashMap<>(each.words());
        words.keySet().removeIf(of.negate());
        if (words.isEmpty()) {
            return;
        }
        Optional<HeldWords> former = into.stream()
                .filter(held -> held.field().index() == each.field().index())
                .findFirst();
        former.ifPresent(into::remove);
        former.ifPresent(held -> words.putAll(held.words()));
        into.add(new HeldWords(each.field(), former.map(HeldWords::rule).orElse(each.rule()), words));
    }

    private static Set<String> systems(List<Words> words) {
        Set<String> systems = new HashSet<>();
        words.forEach(each -> systems.add(each.system()));
        return systems;
    }
}
