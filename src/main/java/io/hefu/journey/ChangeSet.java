package io.hefu.journey;

import io.hefu.crosswalk.Link;
import io.hefu.dictionary.Uid;
import io.hefu.golden.Changed;
import io.hefu.golden.GoldenRecord;
import io.hefu.ledger.Equation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that one batch changes, with the versions that it was built on. Committed as a whole or not at all.
 *
 * @param carried position, parked rows and what was learned of the source
 * @param createdLinks links that must not exist yet
 * @param changedLinks links that exist, with their new state
 * @param created golden records that must not exist yet
 * @param changed golden records, each with the version that must still stand
 * @param possibleDuplicates UIDs and the others whose cleaned name is equal
 * @param verdicts what the rules said, by UID
 * @param silent the ids of the rules that were asked of a UID and do not fire
 * @param records every record that the batch touched, with what was said of it
 */
public record ChangeSet(
        BatchContext context,
        Carried carried,
        Equation equation,
        List<Link> createdLinks,
        List<Link> changedLinks,
        List<GoldenRecord> created,
        List<Changed> changed,
        Map<Uid, List<Uid>> possibleDuplicates,
        Map<Uid, List<Verdict>> verdicts,
        Map<Uid, Set<String>> silent,
        List<MergedRecord> records) {}
