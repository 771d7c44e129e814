package io.hefu.matching;

import io.hefu.definition.Text;

/** What becomes of a scored pair. */
public enum Band {
    /** Linked by itself, where a person switched that on. */
    AUTOMATIC(Text.of("自动", "automatic")),
    /** A person decides. */
    REVIEW(Text.of("待审", "review")),
    /** Two things, whatever else agrees. */
    VETO(Text.of("否决", "veto")),
    /** Not worth a look. */
    NONE(Text.of("不同", "different"));

    /** Bits from which on a pair is linked by itself; fixed, not tuned to any data. */
    public static final float AUTOMATIC_FROM = 5;

    /** Bits from which on a person is asked. */
    public static final float REVIEW_FROM = -3;

    /** Bits on which the rows of two clusters must agree on the average to be joined. */
    static final float JOINED_FROM = -5;

    private final Text title;

    Band(Text title) {
        this.title = title;
    }

    public Text title() {
        return title;
    }
}
