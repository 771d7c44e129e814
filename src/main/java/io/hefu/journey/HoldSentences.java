package io.hefu.journey;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Hold;
import io.hefu.golden.HoldReasons;
import java.util.List;
import java.util.Map;

/** Says why a field is held, in the words of the rule that holds it. */
record HoldSentences(Map<Uid, List<Verdict>> verdicts) implements HoldReasons {
    @Override
    public Text of(GoldenRecord record, Hold hold) {
        return verdicts.getOrDefault(record.uid(), List.of()).stream()
                .filter(verdict -> verdict.rule().equals(hold.rule()))
                .map(Verdict::sentence)
                .findFirst()
                .orElseGet(() -> Text.of("被规则 %s 扣住", "held by the rule %s", hold.rule()));
    }
}
