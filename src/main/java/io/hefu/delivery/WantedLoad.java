package io.hefu.delivery;

import io.hefu.dictionary.Uid;
import java.util.List;

/**
 * Many new records that a target should have, packed.
 *
 * @param intended whether their creation was begun before; then the target is asked for each
 */
public record WantedLoad(long id, String target, String entity, List<Uid> uids, boolean intended) {
    public WantedLoad {
        uids = List.copyOf(uids);
    }
}
