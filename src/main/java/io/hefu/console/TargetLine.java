package io.hefu.console;

import io.hefu.definition.Text;
import io.hefu.delivery.WantedState;
import io.hefu.systems.WritingSwitch;
import java.util.Map;

/**
 * What a target should know of an entity.
 *
 * @param amounts how many wanted versions stand in each state
 */
public record TargetLine(
        String target, String entity, Text title, WritingSwitch writing, Map<WantedState, Long> amounts) {
    public TargetLine {
        amounts = Map.copyOf(amounts);
    }

    public long amount(WantedState state) {
        return amounts.getOrDefault(state, 0L);
    }

    /** To be sent when it is its turn. */
    public long pending() {
        return amount(WantedState.PENDING) + amount(WantedState.INTENDED);
    }

    public long waiting() {
        return amount(WantedState.WAITING);
    }

    public long failed() {
        return amount(WantedState.FAILED);
    }

    public long unknown() {
        return amount(WantedState.UNKNOWN);
    }

    public long skipped() {
        return amount(WantedState.SKIPPED);
    }
}
