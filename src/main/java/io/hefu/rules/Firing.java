package io.hefu.rules;

import io.hefu.definition.Text;

/**
 * A rule that fired on a record.
 *
 * @param effect what it does; applied only where {@link #applies}
 * @param sentence what happened, for people
 * @param faulty true when the rule could not be evaluated on this record: an enforced hold then holds, everything else is
 *     only told
 */
public record Firing(Rule rule, Effect effect, Text sentence, boolean faulty) {

    /** Whether the effect is carried out. */
    public boolean applies() {
        return rule.mode() == Mode.ENFORCE;
    }
}
