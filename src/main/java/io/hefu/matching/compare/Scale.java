package io.hefu.matching.compare;

import io.hefu.definition.Text;
import java.util.List;

/**
 * The levels on which two values of a kind can agree. Level 0 is "not compared": a side has no value, which says nothing.
 * Level 1 is "different", the higher the closer.
 */
public enum Scale {
    /** Codes and numbers of which a single wrong character makes another one. */
    SAME(Words.DIFFERENT, Words.EQUAL) {
        @Override
        int unequal(Letters letters) {
            return DIFFERENT;
        }
    },
    /** Names and words that people type, into the right field or into its partner: surname and given name. */
    SPELLED(Words.DIFFERENT, Words.ALIKE, Words.NEAR, Words.EQUAL, Words.SWAPPED) {
        @Override
        int unequal(Letters letters) {
            int edits = letters.edits();
            if (edits <= 1 && letters.shorter() >= 3 || edits == 2 && letters.shorter() >= 8) {
                return 3;
            }
            double likeness = letters.jaroWinkler();
            return likeness >= 0.94 && letters.shorter() >= 4 ? 3 : likeness >= 0.84 ? 2 : DIFFERENT;
        }

        @Override
        boolean mayAgree(Values values, int a, int b) {
            double first = Math.min(Letters.LONGEST, values.length(a));
            double second = Math.min(Letters.LONGEST, values.length(b));
            double common = Math.min(first - values.missing(a, b), second - values.missing(b, a));
            // Jaro's likeness is a third of what both share and at most a third for the order
            return common / first + common / second >= LEAST_IN_COMMON
                    || first == Letters.LONGEST
                    || second == Letters.LONGEST;
        }
    },
    /** Numbers that people type: telephone, identity and house numbers, dates. */
    DIGITS(Words.DIFFERENT, Words.ALIKE, Words.NEAR, Words.EQUAL) {
        @Override
        int unequal(Letters letters) {
            int edits = letters.edits();
            return edits == 1 ? 3 : edits == 2 && letters.shorter() >= 6 ? 2 : DIFFERENT;
        }

        @Override
        boolean mayAgree(Values values, int a, int b) {
            return values.missing(a, b) <= 2
                    && values.missing(b, a) <= 2
                    && Math.abs(values.length(a) - values.length(b)) <= 2;
        }
    },
    /** Words of which people leave out a part: 电子 for 电子科技. */
    PART(Words.DIFFERENT, Words.BEGINNING, Words.CONTAINED, Words.EQUAL) {
        @Override
        int unequal(Letters letters) {
            if (letters.oneInTheOther()) {
                return 3;
            }
            return letters.commonBeginning() >= 2 ? 2 : DIFFERENT;
        }
    },
    /** A place written from the large to the small: 江苏/苏州 lies within 江苏. */
    PLACE(Words.DIFFERENT, Words.WITHIN, Words.EQUAL) {
        @Override
        int unequal(Letters letters) {
            return letters.commonBeginning() == letters.shorter() ? 2 : DIFFERENT;
        }
    };

    /** A side has no value. */
    public static final int NOT_COMPARED = 0;

    public static final int DIFFERENT = 1;

    /** No scale has more levels than this, "not compared" among them. */
    public static final int MOST_LEVELS = 6;

    /** The values stand in each other's field. */
    public static final int SWAPPED = 5;

    /** Winkler raises a likeness of 0.733 to 0.84 at most. */
    private static final double LEAST_IN_COMMON = 1.2;

    private final List<Text> titles;
    private final int equal;

    Scale(Text... titles) {
        this.titles = List.of(titles);
        this.equal = this.titles.indexOf(Words.EQUAL) + 1;
    }

    /** Whether two texts can be anything but different; says so only when that is seen at once. */
    boolean mayAgree(Values values, int a, int b) {
        return true;
    }

    /** The level of two texts that are not equal. */
    abstract int unequal(Letters letters);

    /** @param letters with both texts set */
    public int level(Letters letters) {
        return letters.edits() == 0 ? equal() : unequal(letters);
    }

    public int equal() {
        return equal;
    }

    /** How many levels there are, "not compared" among them. */
    public int levels() {
        return titles.size() + 1;
    }

    public Text title(int level) {
        return level == NOT_COMPARED ? Words.NOT_COMPARED : titles.get(level - 1);
    }

    private static final class Words {
        static final Text NOT_COMPARED = Text.of("未比较（一方没有值）", "not compared (no value on a side)");
        static final Text DIFFERENT = Text.of("不同", "different");
        static final Text ALIKE = Text.of("相似", "alike");
        static final Text NEAR = Text.of("只差一两处", "a typing slip apart");
        static final Text EQUAL = Text.of("相同", "equal");
        static final Text BEGINNING = Text.of("开头相同", "beginning alike");
        static final Text CONTAINED = Text.of("一方包含另一方", "one contains the other");
        static final Text SWAPPED = Text.of("填反了栏位", "swapped with each other's field");
        static final Text WITHIN = Text.of("一方在另一方之内", "one lies within the other");
    }
}
