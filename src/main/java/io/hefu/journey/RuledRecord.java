package io.hefu.journey;

import io.hefu.rules.Firing;
import io.hefu.stages.IllegalJump;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A merged record with its holds, and the rules that spoke.
 *
 * @param jump a stage that may not follow the one before; held when the model is enforced
 * @param silent the ids of the rules that were asked and do not fire
 */
public record RuledRecord(MergedRecord merged, List<Firing> firings, Optional<IllegalJump> jump, Set<String> silent) {
    /** A record of which no rule was asked. */
    static RuledRecord unasked(MergedRecord merged) {
        return new RuledRecord(merged, List.of(), Optional.empty(), Set.of());
    }

    RuledRecord with(MergedRecord other) {
        return new RuledRecord(other, firings, jump, silent);
    }

    /** What the rules said, for people and for the ledger. */
    List<Verdict> verdicts() {
        List<Verdict> verdicts = new ArrayList<>();
        firings.forEach(firing -> verdicts.add(Verdict.of(firing)));
        jump.ifPresent(illegal -> verdicts.add(Verdict.of(illegal)));
        return verdicts;
    }
}
