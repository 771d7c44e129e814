package io.hefu.console;

import io.hefu.definition.Text;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * How a flow fares.
 *
 * @param reason of a pause or a fault; {@link Text#NONE} otherwise
 * @param attempt what to try then
 * @param read when a reading last ended well; empty: never
 * @param lag how long ago that was
 * @param sweepAge how old is what the last complete sweep knew; empty: there was none
 * @param total of everything that was ever read
 * @param waiting how many records wait now, for a reference or for a person
 * @param quarantined how many are quarantined now
 */
public record FlowLine(
        Flow flow,
        Text title,
        State state,
        Text reason,
        Text attempt,
        Optional<Instant> read,
        Optional<Duration> lag,
        Optional<Duration> sweepAge,
        Equation total,
        long waiting,
        long quarantined) {
    /** What a person should know of a flow at a glance. */
    public enum State {
        RUNNING(Text.of("读取中", "reading")),
        IDLE(Text.of("正常", "in order")),
        PAUSED(Text.of("已暂停", "paused")),
        FAILED(Text.of("读取失败", "failed")),
        NEVER(Text.of("未读过", "never read"));

        private final Text title;

        State(Text title) {
            this.title = title;
        }

        public Text title() {
            return title;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
