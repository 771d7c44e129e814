package io.hefu.golden;

import io.hefu.dictionary.FieldType;
import java.util.List;
import java.util.Optional;

/** Whose word counts on a field; the rule is told at {@link Survivorship}. */
final class Winner {
    private Winner() {}

    /** @param all the words of every system that counts */
    static Optional<Words> of(FieldType field, List<Words> all) {
        if (all.size() == 1) {
            return all.get(0).speaks(field.index()) ? Optional.of(all.get(0)) : Optional.empty();
        }
        Optional<Words> listed = listed(field, all);
        return listed.isPresent() ? listed : latest(field, all);
    }

    private static Optional<Words> listed(FieldType field, List<Words> all) {
        Optional<Words> blank = Optional.empty();
        for (String system : field.authority()) {
            for (Words words : all) {
                if (words.system().equals(system) && words.speaks(field.index()) && !words.isEcho(field.index())) {
                    if (words.isNews(field.index())) {
                        return Optional.of(words);
                    }
                    blank = blank.isEmpty() ? Optional.of(words) : blank;
                }
            }
        }
        return blank;
    }

    /** Among systems of equal standing the last to speak, a blank or an echo only when nobody says more. */
    static Optional<Words> latest(FieldType field, List<Words> all) {
        Words best = null;
        for (Words words : all) {
            if (words.speaks(field.index()) && (best == null || outranks(field.index(), words, best))) {
                best = words;
            }
        }
        return Optional.ofNullable(best);
    }

    static boolean outranks(int index, Words one, Words other) {
        if (one.isNews(index) != other.isNews(index)) {
            return one.isNews(index);
        }
        if (one.batchOf(index) != other.batchOf(index)) {
            return one.batchOf(index) > other.batchOf(index);
        }
        // Of one batch: any fixed order will do, so that every process decides alike.
        return one.system().compareTo(other.system()) < 0;
    }
}
