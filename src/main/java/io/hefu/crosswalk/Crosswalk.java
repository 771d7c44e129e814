package io.hefu.crosswalk;

import io.hefu.dictionary.Uid;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The links, as read: from the hub's database, or from an overlay of a plan. */
public interface Crosswalk {
    /** Links of one system and entity by their keys; unknown keys are left out. */
    Map<String, Link> find(String system, String entity, Collection<String> keys);

    /** Every link of these UIDs, in all systems. */
    Map<Uid, List<Link>> linksOf(Collection<Uid> uids);

    /** The primary links of these UIDs in one system; most have none where much is created. */
    List<Link> primaries(String system, Collection<Uid> uids);

    /** Present and absent links of one system and entity in the byte order of their keys, streamed; close it. */
    Links inKeyOrder(String system, String entity);

    /** A stream of links with bounded memory. */
    interface Links extends Iterator<Link>, AutoCloseable {
        @Override
        void close();
    }
}
