package io.hefu.cli;

import io.hefu.definition.Text;

/** A command cannot do what was asked; says what and what to try. */
final class Complaint extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Text what;

    Complaint(Text what) {
        super(what.en());
        this.what = what;
    }

    Text what() {
        return what;
    }
}
