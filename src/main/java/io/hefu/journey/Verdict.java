package io.hefu.journey;

import io.hefu.definition.Text;
import io.hefu.rules.Firing;
import io.hefu.rules.Mode;
import io.hefu.stages.IllegalJump;

/**
 * What a rule said of a record.
 *
 * @param rule its id
 * @param effect as rule files write it: hold, warn or remind
 */
public record Verdict(String rule, Mode mode, String effect, Text sentence) {
    static Verdict of(Firing firing) {
        return new Verdict(
                firing.rule().id(), firing.rule().mode(), firing.effect().written(), firing.sentence());
    }

    static Verdict of(IllegalJump jump) {
        return new Verdict(IllegalJump.RULE, Mode.ENFORCE, "hold", jump.sentence());
    }
}
