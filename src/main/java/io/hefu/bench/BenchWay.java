package io.hefu.bench;

import io.hefu.journey.CanonicalBatch;
import io.hefu.journey.CommittedBatch;
import io.hefu.journey.Committer;
import io.hefu.journey.Deriver;
import io.hefu.journey.Gate;
import io.hefu.journey.Identifier;
import io.hefu.journey.Mapper;
import io.hefu.journey.MergedBatch;
import io.hefu.journey.Merger;
import io.hefu.journey.Ruler;
import io.hefu.journey.SourceBatch;
import io.hefu.journey.StaleBatch;
import io.hefu.journey.Way;
import java.util.List;

/** The steps of the way in their order. */
final class BenchWay implements Way {
    private final Gate gate = new Gate();
    private final Mapper mapper = new Mapper();
    private final Identifier identifier = new Identifier();
    private final Merger merger = new Merger();
    private final Ruler ruler = new Ruler();
    private final Deriver deriver = new Deriver(List.of(), identifier, merger, ruler);
    private final Committer committer = new Committer();

    @Override
    public CommittedBatch send(SourceBatch batch) {
        CanonicalBatch canonical = mapper.map(gate.pass(batch));
        while (true) {
            try {
                return send(merger.merge(identifier.identify(canonical)));
            } catch (StaleBatch stale) {
                canonical = stale.batch();
            }
        }
    }

    @Override
    public CommittedBatch send(MergedBatch merged) {
        return committer.commit(deriver.derive(ruler.rule(merged)));
    }
}
