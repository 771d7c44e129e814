package io.hefu.cli;

import io.hefu.definition.Text;
import io.hefu.ledger.ParkedRecord;
import java.util.Map;

/** Says why a parked record cannot be decided upon. */
final class Parked {
    private static final Map<ParkedRecord.State, Text> STATES = Map.of(
            ParkedRecord.State.OPEN, Text.of("待处理", "open"),
            ParkedRecord.State.RESUMED, Text.of("已经通过", "went through already"),
            ParkedRecord.State.DISCARDED, Text.of("已被放弃", "was given up"),
            ParkedRecord.State.SUPERSEDED, Text.of("已有更新的版本", "has been superseded by a newer version"),
            ParkedRecord.State.EXPIRED, Text.of("已过保存期", "outlived its retention"));

    private Parked() {}

    static Text closed(Hub hub, long number) {
        return hub.books()
                .ledger()
                .parked()
                .find(number)
                .map(record -> Text.of("第 %s 号记录%s", "record %s %s", number, STATES.get(record.state())))
                .orElse(Text.of("没有第 %s 号记录；用 hefu held 查看", "there is no record %s; hefu held lists them", number));
    }
}
