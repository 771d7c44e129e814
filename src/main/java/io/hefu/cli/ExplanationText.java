package io.hefu.cli;

import io.hefu.console.Ages;
import io.hefu.console.Explanation;
import io.hefu.crosswalk.Link;
import io.hefu.crosswalk.Merge;
import io.hefu.definition.Text;
import io.hefu.delivery.DeliveryLog;
import io.hefu.ledger.Change;
import io.hefu.rules.FiringTables;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints an explanation for a person, section by section; empty sections are left out. */
final class ExplanationText {
    private static final Map<Change.Kind, Text> KINDS = Map.of(
            Change.Kind.CHANGED, Text.of("变更", "changed"),
            Change.Kind.HELD, Text.of("扣留", "held"),
            Change.Kind.DELETED, Text.of("删除", "deleted"),
            Change.Kind.RETURNED, Text.of("恢复", "came back"));

    private final Terminal terminal;
    private final ZoneId zone;

    ExplanationText(Terminal terminal, ZoneId zone) {
        this.terminal = terminal;
        this.zone = zone;
    }

    void print(Explanation thing) {
        String title = terminal.word(thing.title()) + " " + thing.name();
        terminal.out().println(terminal.bold(title));
        terminal.say(Text.of("UID %s，第 %s 版", "UID %s, version %s", thing.uid(), thing.version()));
        if (thing.deleted()) {
            terminal.say(Text.of("各系统均已删除", "deleted in every system that had it"));
        }
        section(Text.of("在各系统中的键", "Keys in the systems"), links(thing));
        section(Text.of("字段", "Fields"), fields(thing));
        section(Text.of("等待或扣留", "What waits or is held"), matters(thing));
        section(Text.of("可能是同一个", "Possibly the same"), likenesses(thing));
        section(Text.of("合并", "Merges"), merges(thing));
        section(Text.of("变更历史", "What changed"), changes(thing));
        section(Text.of("发送记录", "What was sent"), sent(thing));
        section(Text.of("规则说明", "What rules said"), rules(thing));
        terminal.out().println();
    }

    private void section(Text title, Table table) {
        if (!table.isEmpty()) {
            terminal.out().println();
            terminal.out().println(terminal.bold(terminal.word(title)));
            table.print(terminal, Table.Format.table);
        }
    }

    private Table links(Explanation thing) {
        Table table = new Table()
                .left("system", Text.of("系统", "system"))
                .left("key", Text.of("键", "key"))
                .left("kind", Text.of("类别", "kind"))
                .right("told", Text.of("已告知版本", "told version"));
        for (Link link : thing.links()) {
            Text kind = link.primary() ? Text.of("主键", "primary") : Text.of("重复键", "duplicate");
            table.row(
                    link.system(),
                    link.key(),
                    link.present() ? kind : Text.of("%s，已不存在", "%s, no longer there", kind),
                    link.deliveredVersion() == 0 ? Text.of("—", "-") : link.deliveredVersion());
        }
        return table;
    }

    private Table fields(Explanation thing) {
        Table table = new Table()
                .left("field", Text.of("字段", "field"))
                .left("value", Text.of("值", "value"))
                .left("by", Text.of("依据", "said by"))
                .left("at", Text.of("时间", "when"))
                .left("definitions", Text.of("定义版本", "definitions"))
                .below("held", Text.of("扣留中", "held"))
                .below("others", Text.of("其他系统", "others say"));
        for (Explanation.Field field : thing.fields()) {
            Optional<Explanation.Source> source = field.source();
            table.row(
                    titled(field),
                    field.value(),
                    source.map(Explanation.Source::system).orElse(""),
                    moment(source.flatMap(Explanation.Source::at)),
                    source.map(Explanation.Source::definitions).orElse(""),
                    field.held().orElse(Text.NONE),
                    field.others().stream()
                            .map(other -> other.system() + ": " + terminal.word(other.value()))
                            .collect(Collectors.joining("; ")));
        }
        return table;
    }

    private String titled(Explanation.Field field) {
        String title = terminal.word(field.title());
        return title.equalsIgnoreCase(field.name()) ? title : title + " (" + field.name() + ")";
    }

    private static Table matters(Explanation thing) {
        Table table = new Table()
                .left("kind", Text.of("类别", "kind"))
                .left("what", Text.of("对象", "what"))
                .below("reason", Text.of("原因", "why"))
                .below("try", Text.of("可尝试", "try"))
                .below("command", Text.of("命令", "command"));
        thing.matters()
                .forEach(matter -> table.row(
                        matter.kind().title(), matter.what(), matter.reason(), matter.attempt(), matter.command()));
        return table;
    }

    private static Table likenesses(Explanation thing) {
        Table table = new Table()
                .left("name", Text.of("名称", "name"))
                .left("shared", Text.of("相同之处", "what they share"))
                .left("uid", Text.same("UID"));
        thing.duplicates().forEach(like -> table.row(like.name(), like.shared(), like.uid()));
        return table;
    }

    private Table merges(Explanation thing) {
        Table table = new Table()
                .right("merge", Text.of("编号", "merge"))
                .left("other", Text.of("对方", "the other"))
                .left("uid", Text.same("UID"))
                .left("what", Text.of("状态", "state"))
                .left("by", Text.of("决定人", "by"))
                .left("at", Text.of("时间", "when"))
                .below("why", Text.of("理由", "why"))
                .below("command", Text.of("撤销", "undo"));
        for (Explanation.Merged each : thing.merges()) {
            Merge merge = each.merge();
            Merge.Decided decided = merge.undone().orElse(merge.decided());
            boolean survivor = merge.survivor().equals(thing.uid());
            Text holding = survivor ? Text.of("并入本条", "is part of this") : Text.of("本条并入它", "this is part of it");
            table.row(
                    merge.id(),
                    each.other(),
                    each.uid(),
                    merge.holds() ? holding : Text.of("已撤销", "undone"),
                    decided.by(),
                    moment(Optional.of(decided.at())),
                    decided.why(),
                    merge.holds() ? "hefu split " + merge.id() + " --by … --why …" : "");
        }
        return table;
    }

    private Table changes(Explanation thing) {
        Table table = new Table()
                .right("version", Text.of("版本", "version"))
                .left("at", Text.of("时间", "when"))
                .left("field", Text.of("字段", "field"))
                .left("kind", Text.of("类别", "kind"))
                .left("before", Text.of("之前", "before"))
                .left("after", Text.of("之后", "after"))
                .left("by", Text.of("依据", "said by"))
                .left("definitions", Text.of("定义版本", "definitions"));
        for (Explanation.Version version : thing.changes()) {
            for (Change.Field field : version.fields()) {
                table.row(
                        version.version(),
                        moment(version.source().at()),
                        field.field(),
                        KINDS.get(field.kind()),
                        field.before().orElse(""),
                        field.after().orElse(""),
                        field.system(),
                        version.source().definitions());
            }
        }
        return table;
    }

    private Table sent(Explanation thing) {
        Table table = new Table()
                .left("target", Text.of("目标", "target"))
                .left("operation", Text.of("操作", "operation"))
                .left("outcome", Text.of("结果", "outcome"))
                .right("version", Text.of("版本", "version"))
                .left("at", Text.of("时间", "when"))
                .below("before", Text.of("之前", "before"))
                .below("after", Text.of("之后", "after"))
                .below("reason", Text.of("原因", "why"));
        for (DeliveryLog.Entry entry : thing.sent()) {
            table.row(
                    entry.target() + " " + entry.key(),
                    entry.operation(),
                    entry.outcome(),
                    entry.version(),
                    moment(Optional.of(entry.at())),
                    entry.before().orElse(""),
                    entry.after(),
                    entry.reason());
        }
        return table;
    }

    private Table rules(Explanation thing) {
        Table table = new Table()
                .left("rule", Text.of("规则", "rule"))
                .left("mode", Text.of("模式", "mode"))
                .left("at", Text.of("时间", "when"))
                .below("sentence", Text.of("说明", "says"));
        for (FiringTables.Spoken spoken : thing.rules()) {
            table.row(
                    spoken.rule(),
                    spoken.mode().name().toLowerCase(java.util.Locale.ROOT),
                    moment(Optional.of(spoken.at())),
                    spoken.sentence());
        }
        return table;
    }

    private String moment(Optional<Instant> at) {
        return at.map(instant -> Ages.moment(instant, zone)).orElse("");
    }
}
