package io.hefu.journey;

import io.hefu.crosswalk.Link;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import java.util.List;
import java.util.Optional;

/**
 * A record of which the UID is known.
 *
 * @param record with every reference identified
 * @param existing the link that named the UID before this batch; empty when this batch makes it
 * @param primary whether its key is the primary one of its system
 * @param likeness UIDs of which the cleaned name is equal: possible duplicates, to be marked, not linked
 */
public record IdentifiedRow(
        CanonicalRow canonical, Record record, Uid uid, Optional<Link> existing, boolean primary, List<Uid> likeness) {}
