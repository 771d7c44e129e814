package io.hefu.stages;

import io.hefu.definition.Text;
import java.util.List;

/**
 * A stage that may not follow the one before.
 *
 * @param allowed the codes that may follow {@code from}
 * @param sentence from, to and what is allowed, for people
 */
public record IllegalJump(StageModel model, String from, String to, List<String> allowed, Text sentence) {
    /** The rule under whose name an illegal jump is held. */
    public static final String RULE = "stage-transition";
}
