package io.hefu.golden;

import io.hefu.dictionary.DataType;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Makes the next version of a golden record. Every method gives a new record, or the same object when nothing changes.
 *
 * <p>Whose word counts on a field:
 *
 * <ol>
 *   <li>With an authority, the listed systems in their order: the first that gives a value, or that cleared a value it
 *       gave before. A blank that was always blank lets the next listed system speak; when none of them says more, the
 *       blank itself is the authority's word and wins.
 *   <li>Only when no listed system has spoken of the field (not even by a blank), the others: a fallback.
 *   <li>Among systems of equal standing (no authority, or the fallback) the last to speak. A null speaks only as the
 *       clearing of a value that the same system gave before; a blank that was always blank never wipes another's value.
 * </ol>
 *
 * <p>Repeating a word is not speaking: a system that only changed its other fields does not win by that. Absent fields
 * keep the system's former word. Nor is it speaking when a system repeats what the hub wrote into its row: such an echo
 * counts only when nobody speaks of the field. A list replaces that system's former list; the lists of several systems are united by
 * the keys of their elements, in the same order of precedence, the unlisted systems' only when no listed one has any.
 */
public final class Survivorship {
    private Survivorship() {}

    /** A new golden record with version 1, from what one system says. */
    public static GoldenRecord create(
            Uid uid, EntityType entity, String system, Record contribution, Provenance provenance) {
        return GoldenDocument.created(uid, entity, Words.of(system, contribution, provenance.batch()));
    }

    /**
     * A system speaks again, or for the first time. What a rule held of this system's words on the fields that it now
     * speaks of is let go: the rules must judge the new word. A deleted record comes back with this system's words alone.
     */
    public static GoldenRecord merge(GoldenRecord record, String system, Record contribution, Provenance provenance) {
        GoldenDocument before = GoldenDocument.of(record);
        GoldenDocument heard = letGo(before, system, contribution::has, false);
        Optional<Words> former = GoldenDocument.of(system, heard.words());
        Words next = former.map(words -> words.then(contribution, provenance.batch()))
                .orElseGet(() -> Words.of(system, contribution, provenance.batch()));
        if (former.isPresent() && former.get() == next && !before.deleted()) {
            return heard;
        }
        return heard.next(replaced(before.deleted() ? List.of() : heard.words(), next), heard.held(), Optional.empty());
    }

    /**
     * A system speaks again, whose row held what the hub had written there. What it only repeats of that is no word of its
     * own, and what it says otherwise is said now, even when it is what it had said before the hub wrote. When all of it is
     * repeated the record stays as it is. Everything else as {@link #merge(GoldenRecord, String, Record, Provenance)}.
     *
     * @param told what its row held because the hub wrote it there
     */
    public static GoldenRecord merge(
            GoldenRecord record, String system, Record contribution, Record told, Provenance provenance) {
        GoldenDocument before = GoldenDocument.of(record);
        Predicate<FieldType> repeats = field -> repeats(told, contribution, field);
        GoldenDocument heard = letGo(letGo(before, system, repeats, true), system, contribution::has, false);
        List<Words> words = before.deleted() ? List.of() : heard.words();
        Words former = GoldenDocument.of(system, words)
                .orElseGet(() -> Words.of(system, Record.empty(record.entity()), Word.ECHO));
        Words next = former.then(contribution, provenance.batch(), told);
        return next == former ? record : heard.next(replaced(words, next), heard.held(), Optional.empty());
    }

    private static boolean repeats(Record told, Record contribution, FieldType field) {
        int index = field.index();
        return Words.speaks(told, index)
                && contribution.has(field)
                && Repetition.of(told.raw(index), contribution.raw(index));
    }

    /** The newest batch in which a system said something of it; 0 when it never did. */
    public static long heard(GoldenRecord record, String system) {
        return GoldenDocument.of(system, GoldenDocument.of(record).words())
                .map(Words::batch)
                .orElse(Word.ECHO);
    }

    /**
     * A system says something more of it: the elements of its lists join those that it named before, and one with an equal
     * key takes the place of the former. Everything else as {@link #merge}.
     */
    public static GoldenRecord add(GoldenRecord record, String system, Record contribution, Provenance provenance) {
        GoldenDocument heard = letGo(GoldenDocument.of(record), system, contribution::has, false);
        Record joined = GoldenDocument.of(system, heard.deleted() ? List.of() : heard.words())
                .map(former -> joined(former.said(), contribution))
                .orElse(contribution);
        return merge(record, system, joined, provenance);
    }

    private static Record joined(Record former, Record contribution) {
        Record joined = contribution;
        for (FieldType field : contribution.type().fields()) {
            if (field.type() instanceof DataType.ListOf) {
                joined = joined.with(field, MergedList.joined(former.list(field), contribution.list(field)));
            }
        }
        return joined;
    }

    /** @param unsaid whether the system no longer says what was held of it, so that it is forgotten */
    private static GoldenDocument letGo(
            GoldenDocument before, String system, Predicate<FieldType> speaksOf, boolean unsaid) {
        GoldenDocument document = before;
        for (HeldWords held : before.held()) {
            Word word = held.words().get(system);
            if (word != null && speaksOf.test(held.field())) {
                List<Words> words = unsaid
                        ? document.words()
                        : document.withHeld(new HeldWords(held.field(), held.rule(), Map.of(system, word)));
                HeldWords rest = held.without(system);
                document = document.next(words, replaced(document.held(), held, rest), document.deletion());
            }
        }
        return document;
    }

    /**
     * Holds a field: the merged record keeps the value that it had before the batch, whatever the batch would have
     * changed in it, and the new words wait until {@link #release} or {@link #discardHold}. When the batch changed no
     * word on the field there is nothing to hold, and the record stays as it is.
     *
     * @param before as it was before the batch; empty for a new one, which then has no value in the field
     * @param rule id of the rule that holds
     */
    public static GoldenRecord hold(GoldenRecord record, Optional<GoldenRecord> before, FieldType field, String rule) {
        GoldenDocument document = GoldenDocument.of(record);
        List<Words> former =
                before.map(GoldenDocument::of).map(GoldenDocument::words).orElse(List.of());
        List<Words> words = new ArrayList<>(document.words());
        Map<String, Word> waiting = new LinkedHashMap<>();
        document.heldOn(field).ifPresent(held -> waiting.putAll(held.words()));
        for (String system : systems(document.words(), former)) {
            Word now = word(system, field, document.words());
            Word then = word(system, field, former);
            if (!now.sameAs(then)) {
                waiting.put(system, now);
                document.put(words, system, field, then);
            }
        }
        return waiting.isEmpty()
                ? record
                : document.next(
                        words, withHeld(document.held(), new HeldWords(field, rule, waiting)), document.deletion());
    }

    /** Lets the held words of a field count; whether they win is decided as for any others. */
    public static GoldenRecord release(GoldenRecord record, FieldType field) {
        GoldenDocument document = GoldenDocument.of(record);
        return document.heldOn(field)
                .map(held ->
                        document.next(document.withHeld(held), without(document.held(), held), document.deletion()))
                .orElse(document);
    }

    /** Lets every held word count, as when the rules judge anew. */
    public static GoldenRecord releaseAll(GoldenRecord record) {
        GoldenRecord released = record;
        for (HeldWords held : GoldenDocument.of(record).held()) {
            released = release(released, held.field());
        }
        return released;
    }

    /** Forgets the held words of a field: each system's former word stays its last accepted one. */
    public static GoldenRecord discardHold(GoldenRecord record, FieldType field) {
        GoldenDocument document = GoldenDocument.of(record);
        return document.heldOn(field)
                .map(held -> document.next(document.words(), without(document.held(), held), document.deletion()))
                .orElse(document);
    }

    /**
     * A system deleted it: its words no longer count, nor do those that were held of it. When no system is left but
     * the hub, the record is deleted; what the last one said stays, so that a deletion can be explained and delivered.
     */
    public static GoldenRecord withdraw(GoldenRecord record, String system, Provenance provenance) {
        GoldenDocument document = GoldenDocument.of(record);
        Optional<Words> gone = GoldenDocument.of(system, document.words());
        if (gone.isEmpty() || document.deleted()) {
            return record;
        }
        List<Words> left = new ArrayList<>(document.words());
        left.remove(gone.get());
        // What the hub made of a system's words goes with them, and so does what others only repeat.
        if (left.stream().allMatch(words -> words.system().equals(Provenance.HUB) || words.onlyEchoes())) {
            return document.next(document.words(), document.held(), Optional.of(provenance));
        }
        List<HeldWords> held = document.held().stream()
                .map(each -> each.without(system))
                .filter(each -> !each.words().isEmpty())
                .toList();
        return document.next(left, held, Optional.empty());
    }

    /** The fields whose merged value differs: absent, null and a value are three things, 1.0 and 1.00 are one. */
    public static Set<FieldType> changed(GoldenRecord before, GoldenRecord after) {
        return changed(Optional.of(before), after);
    }

    /** @param before empty for a new record: every field with a value or a null has changed */
    public static Set<FieldType> changed(Optional<GoldenRecord> before, GoldenRecord after) {
        Set<FieldType> changed = new LinkedHashSet<>();
        Record now = after.merged();
        Record then = before.map(GoldenRecord::merged).orElseGet(() -> Record.empty(after.entity()));
        if (now == then) {
            return changed;
        }
        for (FieldType field : after.entity().fields()) {
            if (!SameValue.of(then.raw(field.index()), now.raw(field.index()))) {
                changed.add(field);
            }
        }
        return changed;
    }

    /** Whether nothing at all differs, words, batches and holds included: such a record need not be stored. */
    public static boolean same(GoldenRecord before, GoldenRecord after) {
        return before == after || GoldenDocument.of(before).sameAs(GoldenDocument.of(after));
    }

    /** The record as it is read once it is stored: what changes it next counts from its version. */
    public static GoldenRecord settled(GoldenRecord record) {
        return GoldenDocument.of(record).settled();
    }

    private static Set<String> systems(List<Words> now, List<Words> then) {
        Set<String> systems = new LinkedHashSet<>();
        now.forEach(words -> systems.add(words.system()));
        then.forEach(words -> systems.add(words.system()));
        return systems;
    }

    private static Word word(String system, FieldType field, List<Words> all) {
        return GoldenDocument.of(system, all).map(words -> words.word(field)).orElse(Word.ABSENT);
    }

    private static List<Words> replaced(List<Words> all, Words next) {
        List<Words> replaced = new ArrayList<>(all);
        replaced.removeIf(words -> words.system().equals(next.system()));
        replaced.add(next);
        return replaced;
    }

    private static List<HeldWords> replaced(List<HeldWords> all, HeldWords former, HeldWords next) {
        List<HeldWords> replaced = without(all, former);
        if (!next.words().isEmpty()) {
            replaced.add(next);
        }
        return replaced;
    }

    private static List<HeldWords> withHeld(List<HeldWords> all, HeldWords next) {
        List<HeldWords> held = new ArrayList<>(all);
        held.removeIf(each -> each.field().index() == next.field().index());
        held.add(next);
        return held;
    }

    private static List<HeldWords> without(List<HeldWords> all, HeldWords held) {
        List<HeldWords> rest = new ArrayList<>(all);
        rest.remove(held);
        return rest;
    }
}
