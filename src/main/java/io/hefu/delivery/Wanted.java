package io.hefu.delivery;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A version that a target should have.
 *
 * @param version the newest golden version wanted there
 * @param fields names of the fields to tell; empty: all that a create carries
 * @param nextAt not before this moment
 * @param awaits the referred thing that has no key in the target yet
 * @param reason why it is not there yet; {@link Text#NONE} when it simply was not its turn
 */
public record Wanted(
        String target,
        String entity,
        Uid uid,
        long version,
        Set<String> fields,
        WantedState state,
        int attempts,
        Instant nextAt,
        Optional<Uid> awaits,
        Text reason,
        Instant created) {
    public Wanted {
        fields = Set.copyOf(fields);
    }
}
