package io.hefu.journey;

/** The way without routes: the same steps in the same order, for tests of the steps. */
public final class StraightWay implements Way {
    private static final int ATTEMPTS = 1000;

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
                canonical = stale.batch();
                if (canonical.attempt() > ATTEMPTS) {
                    throw stale;
                }
            }
        }
    }

    @Override
    public CommittedBatch send(MergedBatch due) {
        return committer.commit(deriver.derive(ruler.rule(due)));
    }
}
