package io.hefu.journey;

import io.hefu.rules.Firing;
import io.hefu.stages.IllegalJump;
import java.util.List;
import java.util.Optional;

/**
 * A merged record with its holds, and the rules that spoke.
 *
 * @param jump a stage that may not follow the one before, held
 */
public record RuledRecord(MergedRecord merged, List<Firing> firings, Optional<IllegalJump> jump) {
    RuledRecord with(MergedRecord other) {
        return new RuledRecord(other, firings, jump);
    }

    /** What the rules said, for people and for the ledger. */
    List<Verdict> verdicts() {
        List<Verdict> verdicts = new java.util.ArrayList<>();
        firings.forEach(firing -> verdicts.add(Verdict.of(firing)));
        jump.ifPresent(illegal -> verdicts.add(Verdict.of(illegal)));
        return verdicts;
    }
}
