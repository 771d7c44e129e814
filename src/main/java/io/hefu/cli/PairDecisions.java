package io.hefu.cli;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.PossibleDuplicate;
import io.hefu.golden.PossibleDuplicates;
import io.hefu.journey.RecordMerges;
import io.hefu.journey.Survivor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries out what was decided of pairs: all are looked at first, and nothing is done when one of them is not open. */
final class PairDecisions {
    private final Hub hub;
    private final Terminal terminal;
    private final RecordMerges merges;

    PairDecisions(Hub hub, Terminal terminal) {
        this.hub = hub;
        this.terminal = terminal;
        this.merges = Engine.deciding(hub.requireSound()).merges();
    }

    /** What a person says of a pair. */
    enum Verdict {
        ACCEPT,
        REJECT,
        DIFFERENT
    }

    /**
     * @param keep the UID that goes on; empty: the one that is proposed
     * @param why the reason
     */
    record Decision(long id, Verdict verdict, Optional<Uid> keep, String why) {}

    void carryOut(List<Long> ids, Verdict verdict, Optional<Uid> keep, Decider decider) {
        carryOut(
                ids.stream()
                        .map(id -> new Decision(id, verdict, keep, decider.why()))
                        .toList(),
                decider.by());
    }

    void carryOut(List<Decision> decisions, String by) {
        List<Text> faults = new ArrayList<>();
        decisions.forEach(decision -> fault(decision).ifPresent(faults::add));
        if (!faults.isEmpty()) {
            throw new Complaint(faults.stream()
                    .reduce((one, other) -> Text.of("%s\n%s", "%s\n%s", one, other))
                    .orElse(Text.NONE));
        }
        // looked up before the first merge, which may give the pairs of its records other numbers
        Map<Decision, PossibleDuplicate> pairs = new LinkedHashMap<>();
        for (Decision decision : decisions) {
            pairs.put(
                    decision,
                    hub.books().duplicates().find(decision.id()).orElseThrow().of());
        }
        int kept = 0;
        for (Map.Entry<Decision, PossibleDuplicate> each : pairs.entrySet()) {
            kept += carryOut(each.getKey(), each.getValue(), by) ? 0 : 1;
        }
        if (kept > 0) {
            throw new Complaint(Text.of("%s 对没有办成，原因见上", "%s pairs were not done, as said above", kept));
        }
    }

    private Optional<Text> fault(Decision decision) {
        Optional<PossibleDuplicates.Pair> pair = hub.books().duplicates().find(decision.id());
        if (pair.filter(found -> found.state() == PossibleDuplicates.State.OPEN).isEmpty()) {
            return Optional.of(Text.of(
                    "第 %s 对不在队列中（没有，或已决定）；用 hefu review 查看",
                    "pair %s is not in the queue (there is none, or it is decided); hefu review lists them",
                    decision.id()));
        }
        boolean foreign = decision.keep()
                .filter(keep -> !keep.equals(pair.get().of().uid())
                        && !keep.equals(pair.get().of().other()))
                .isPresent();
        return foreign
                ? Optional.of(Text.of(
                        "第 %s 对里没有 %s；允许：%s 或 %s",
                        "pair %s has no %s; allowed: %s or %s",
                        decision.id(),
                        decision.keep().get(),
                        pair.get().of().uid(),
                        pair.get().of().other()))
                : Optional.empty();
    }

    /** @return false when it could not be done, which is told */
    private boolean carryOut(Decision decision, PossibleDuplicate pair, String by) {
        if (decision.verdict() == Verdict.ACCEPT) {
            return merge(decision, pair, by);
        }
        PossibleDuplicates.State state = decision.verdict() == Verdict.DIFFERENT
                ? PossibleDuplicates.State.DIFFERENT
                : PossibleDuplicates.State.REJECTED;
        merges.refuse(pair, state, by, decision.why());
        terminal.say(
                decision.verdict() == Verdict.DIFFERENT
                        ? Text.of("第 %s 对：不是同一个，不再提示。", "Pair %s: not the same, never asked again.", decision.id())
                        : Text.of("第 %s 对：暂不是，依据变化时再问。", "Pair %s: no, until the evidence changes.", decision.id()));
        return true;
    }

    /** An earlier merge of this very call may have made one of the two part of another. */
    private boolean merge(Decision decision, PossibleDuplicate pair, String by) {
        Uid one = living(pair.uid());
        Uid other = living(pair.other());
        if (one.equals(other)) {
            terminal.say(Text.of("第 %s 对已随前面的合并成为一条。", "Pair %s is one already by an earlier merge.", decision.id()));
            return true;
        }
        Map<Uid, GoldenRecord> records = hub.books().goldens().find(List.of(one, other));
        if (records.size() < 2) {
            terminal.tellFault(Text.of("第 %s 对：其中一条已不存在", "pair %s: one of the two is no more", decision.id()));
            return false;
        }
        Uid keep = decision.keep()
                .map(this::living)
                .orElseGet(() -> Survivor.of(
                                records.get(one),
                                records.get(other),
                                hub.books().crosswalk().linksOf(List.of(one, other)))
                        .uid());
        RecordMerges.Outcome outcome = merges.merge(keep, keep.equals(one) ? other : one, by, decision.why());
        if (outcome instanceof RecordMerges.Outcome.Refused refused) {
            terminal.tellFault(Text.of("第 %s 对：%s", "pair %s: %s", decision.id(), refused.why()));
            return false;
        }
        new MergeWords(hub, terminal).tell(MergeWords.done(outcome));
        return true;
    }

    private Uid living(Uid uid) {
        return hub.books().merges().survivorOf(uid).orElse(uid);
    }
}
