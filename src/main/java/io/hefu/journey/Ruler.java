package io.hefu.journey;

import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Survivorship;
import io.hefu.rules.Considered;
import io.hefu.rules.Effect;
import io.hefu.rules.Firing;
import io.hefu.rules.Mode;
import io.hefu.rules.Rules;
import io.hefu.stages.IllegalJump;
import io.hefu.stages.StageModels;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Step 5: asks the rules. Every record is judged as if nothing of it were held, so a hold whose reason is gone goes by
 * itself; what an enforced rule holds then goes back to its former value while the other fields flow.
 */
public final class Ruler {
    public RuledBatch rule(MergedBatch merged) {
        BatchContext context = merged.context();
        Rules rules = context.snapshot().part(Rules.class);
        LocalDate today = today(context);
        List<RuledRecord> ruled = new ArrayList<>(merged.records().size());
        boolean anyRule = !rules.of(context.entity()).isEmpty()
                || context.snapshot()
                        .part(StageModels.class)
                        .of(context.entity())
                        .isPresent();
        for (MergedRecord record : merged.records()) {
            ruled.add(anyRule ? ask(context, record, today) : RuledRecord.unasked(record));
        }
        return new RuledBatch(merged.identified(), ruled);
    }

    static LocalDate today(BatchContext context) {
        ZoneId zone = context.snapshot().part(Deployment.class).zone();
        return LocalDate.ofInstant(context.at(), zone);
    }

    private static RuledRecord ask(BatchContext context, MergedRecord record, LocalDate today) {
        return record.after().deleted()
                ? new RuledRecord(record, List.of(), Optional.empty(), everyRule(context))
                : judge(context, record, today);
    }

    /** Of what is deleted nothing holds any more. */
    private static Set<String> everyRule(BatchContext context) {
        Set<String> all = new HashSet<>(Set.of(IllegalJump.RULE));
        context.snapshot().part(Rules.class).of(context.entity()).forEach(rule -> all.add(rule.id()));
        return all;
    }

    private static RuledRecord judge(BatchContext context, MergedRecord record, LocalDate today) {
        GoldenRecord candidate = Survivorship.releaseAll(record.after());
        Optional<Record> before = record.before().map(GoldenRecord::merged);
        Set<FieldType> changed = Survivorship.changed(record.before(), candidate);
        Considered considered = new Considered(context.entity(), before, candidate.merged(), changed, record.rung());
        List<Firing> firings = context.snapshot().part(Rules.class).judge(considered, today);
        GoldenRecord after = candidate;
        for (Firing firing : firings) {
            if (firing.applies() && firing.effect() instanceof Effect.Hold hold && changed.contains(hold.field())) {
                after = Survivorship.hold(
                        after, record.before(), hold.field(), firing.rule().id());
            }
        }
        Optional<IllegalJump> jump =
                context.snapshot().part(StageModels.class).check(context.entity(), before, candidate.merged());
        if (jump.isPresent() && jump.get().model().mode() == Mode.ENFORCE) {
            after = Survivorship.hold(after, record.before(), jump.get().model().field(), IllegalJump.RULE);
        }
        Set<String> silent = context.snapshot().part(Rules.class).silent(considered, firings, today);
        if (jump.isEmpty()
                && before.isPresent()
                && context.snapshot().part(StageModels.class).moved(context.entity(), changed)) {
            silent.add(IllegalJump.RULE);
        }
        return new RuledRecord(record.with(after), firings, jump, silent);
    }
}
