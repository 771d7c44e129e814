package io.hefu.journey;

import io.hefu.routing.BackToIdentify;
import java.util.random.RandomGenerator;

/** The way without routes: the same steps in the same order, for tests of the steps. */
public final class StraightWay implements Way {
    private final BackToIdentify again = new BackToIdentify(RandomGenerator.getDefault());
    private final Gate gate = new Gate();
    private final Mapper mapper = new Mapper();
    private final Identifier identifier = new Identifier();
    private final Merger merger = new Merger();
    private final Ruler ruler = new Ruler();
    private final Deriver deriver;
    private final Committer committer = new Committer();

    public StraightWay(java.util.List<io.hefu.receivables.Derivation> derivations) {
        this.deriver = new Deriver(derivations, identifier, merger, ruler);
    }

    @Override
    public CommittedBatch send(SourceBatch batch) {
        CanonicalBatch canonical = mapper.map(gate.pass(batch));
        while (true) {
            try {
                return send(merger.merge(identifier.identify(canonical)));
            } catch (StaleBatch stale) {
                canonical = again.again(stale);
            }
        }
    }

    @Override
    public CommittedBatch send(MergedBatch due) {
        return committer.commit(deriver.derive(ruler.rule(due)));
    }
}
