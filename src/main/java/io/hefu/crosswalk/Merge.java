package io.hefu.crosswalk;

import io.hefu.dictionary.Uid;
import java.time.Instant;
import java.util.Optional;

/**
 * That two UIDs were made one.
 *
 * @param survivor that goes on
 * @param absorbed that is known only by its past since
 * @param batch that made them one
 * @param undone when it was split again; empty while it holds
 */
public record Merge(
        long id, String entity, Uid survivor, Uid absorbed, long batch, Decided decided, Optional<Decided> undone) {
    /** Who decided, why and when. */
    public record Decided(String by, String why, Instant at) {}

    public boolean holds() {
        return undone.isEmpty();
    }
}
