package io.hefu.console;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that does not go on by itself, or not yet.
 *
 * @param id by which release, retry, discard and explain know it
 * @param system that said it, or that it should be told to
 * @param what how a person names it
 * @param uid of the thing, where it is known which
 * @param reason why it stands still
 * @param attempt what to try
 * @param command what to type for it; empty when there is nothing to type
 */
public record Matter(
        Kind kind,
        String id,
        String system,
        String entity,
        String what,
        Optional<Uid> uid,
        Instant since,
        Text reason,
        Text attempt,
        String command) {
    /** Why it stands still, in a word. */
    public enum Kind {
        /** The shape of a source is not known: its flow stands still. */
        PAUSED(Text.of("流程暂停", "paused")),
        /** A system cannot be read: its flow begins again by itself. */
        UNREAD(Text.of("读取失败", "cannot be read")),
        /** A rule holds a field's new value. */
        HELD(Text.of("规则扣留", "held")),
        /** A record refers to something that is not known yet. */
        WAITING(Text.of("等待引用", "waiting")),
        /** A record could not be understood. */
        QUARANTINED(Text.of("隔离", "quarantined")),
        /** A person must say what a record belongs to. */
        REVIEW(Text.of("待人判断", "in review")),
        /** A target refused what it was told. */
        FAILED(Text.of("写入失败", "failed")),
        /** A target was told and did not answer. */
        UNKNOWN(Text.of("结果不明", "unknown")),
        /** What a wanted version refers to is not in the target yet, or its moment has not come. */
        UNDELIVERED(Text.of("等待写入", "undelivered")),
        /** A precondition said no. */
        SKIPPED(Text.of("不予发送", "skipped")),
        /** A rule that is not enforced says something of a record. */
        WARNING(Text.of("规则警告", "warning")),
        /** A source gives a new field about which nobody decided; its flow goes on. */
        UNDECIDED(Text.of("新字段未决定", "undecided field")),
        /** Two things that may be one. */
        DUPLICATE(Text.of("疑似重复", "duplicate"));

        private final Text title;

        Kind(Text title) {
            this.title = title;
        }

        public Text title() {
            return title;
        }

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Kind> find(String id) {
            for (Kind kind : values()) {
                if (kind.id().equals(id)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }
}
