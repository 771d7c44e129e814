package io.hefu.journey;

import io.hefu.definition.Text;
import io.hefu.rules.Firing;
import io.hefu.rules.Mode;
import io.hefu.stages.IllegalJump;

/**
 * What a rule said of a record.
 *
 * @param rule its id
 * @param entity that the rule is of
 * @param effect as rule files write it: hold, warn or remind
 * @param faulty whether it could not be judged
 */
public record Verdict(String rule, String entity, Mode mode, String effect, Text sentence, boolean faulty) {
    static Verdict of(Firing firing) {
        return new Verdict(
                firing.rule().id(),
                firing.rule().of().name(),
                firing.rule().mode(),
                firing.effect().written(),
                firing.sentence(),
                firing.faulty());
    }

    static Verdict of(IllegalJump jump) {
        return new Verdict(
                IllegalJump.RULE,
                jump.model().entity().name(),
                jump.model().mode(),
                "hold",
                jump.sentence(),
                /* faulty= */ false);
    }
}
