package io.hefu.mapping;

/** A text that lets itself be looked at only so often: some patterns would look at some texts for hours. */
final class BoundedText implements CharSequence {
    private static final int LONGEST = 100_000;
    private static final int STEPS = 2_000_000;

    private final CharSequence text;
    private final int[] steps;

    /** More than the bound. */
    static final class TooManySteps extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooManySteps() {
            super("too many steps", null, false, false);
        }
    }

    BoundedText(String text) {
        this(text.length() > LONGEST ? text.substring(0, LONGEST) : text, new int[1]);
    }

    private BoundedText(CharSequence text, int[] steps) {
        this.text = text;
        this.steps = steps;
    }

    @Override
    public char charAt(int index) {
        if (++steps[0] > STEPS) {
            throw new TooManySteps();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int from, int to) {
        return new BoundedText(text.subSequence(from, to), steps);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
