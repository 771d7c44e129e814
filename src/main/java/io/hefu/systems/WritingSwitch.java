package io.hefu.systems;

import java.util.Optional;

/**
 * Whether the hub may write an entity into a system.
 *
 * @param by the person who switched it on; required when enabled
 * @param since the day from which it was on, ISO
 * @param plan the plan that the person looked at
 */
public record WritingSwitch(boolean enabled, Optional<String> by, Optional<String> since, Optional<String> plan) {
    public static final WritingSwitch OFF =
            new WritingSwitch(false, Optional.empty(), Optional.empty(), Optional.empty());
}
