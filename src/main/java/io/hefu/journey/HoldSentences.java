package io.hefu.journey;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Hold;
import io.hefu.golden.HoldReasons;
import io.hefu.rules.Firing;
import java.util.List;
import java.util.Map;

/** Says why a field is held, in the words of the rule that holds it. */
record HoldSentences(Map<Uid, List<Firing>> firings) implements HoldReasons {
    @Override
    public Text of(GoldenRecord record, Hold hold) {
        return firings.getOrDefault(record.uid(), List.of()).stream()
                .filter(firing -> firing.rule().id().equals(hold.rule()))
                .map(Firing::sentence)
                .findFirst()
                .orElseGet(() -> Text.of("被规则 %s 扣住", "held by the rule %s", hold.rule()));
    }
}
