package io.hefu.cli;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;
import static java.time.temporal.ChronoUnit.SECONDS;

import io.hefu.console.Ages;
import io.hefu.console.Matter;
import io.hefu.console.Matters;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists everything that does not go on by itself, or not yet. */
@Command(name = "held")
final class HeldCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private AtHome home;

    @Mixin
    private Printed printed;

    @Option(names = "--kind", descriptionKey = "kind", paramLabel = "KIND")
    private String kind;

    @Option(names = "--system", descriptionKey = "system", paramLabel = "SYSTEM")
    private String system;

    @Option(names = "--entity", descriptionKey = "entity", paramLabel = "ENTITY")
    private String entity;

    @Option(names = "--limit", descriptionKey = "limit", paramLabel = "N", defaultValue = "200")
    private int limit;

    HeldCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Terminal terminal = desk.terminal();
        Matters.Filter filter = new Matters.Filter(
                kind(), Optional.ofNullable(system), Optional.ofNullable(entity), Asked.limit(limit));
        try (Hub hub = desk.open(home.folder())) {
            List<Matter> matters = new Matters(hub.books()).list(filter);
            if (matters.isEmpty() && printed.forPeople()) {
                terminal.say(Text.of("没有等待的记录，也没有扣留的字段。", "Nothing waits. Nothing is held."));
            } else {
                table(matters, hub.books().zone()).print(terminal, printed.format());
                tellCut(matters);
            }
        }
        return Hefu.FINE;
    }

    /** Whoever reads the list must not take it for the whole. */
    private void tellCut(List<Matter> matters) {
        boolean cut =
                matters.stream().collect(Collectors.groupingBy(Matter::kind, Collectors.counting())).values().stream()
                        .anyMatch(count -> count >= limit);
        if (cut && printed.forPeople()) {
            desk.terminal()
                    .tell(Text.of(
                            "每类最多列出 %s 项，可能还有更多；可尝试：--limit 更大的数，或用 --kind、--system、--entity 缩小范围",
                            "at most %s of a kind are listed, there may be more; try: a larger --limit, or narrow it by --kind, --system, --entity",
                            limit));
        }
    }

    private Optional<Matter.Kind> kind() {
        if (kind == null) {
            return Optional.empty();
        }
        List<String> kinds =
                Arrays.stream(Matter.Kind.values()).map(Matter.Kind::id).toList();
        return Optional.of(Matter.Kind.find(kind)
                .orElseThrow(() -> new Complaint(Text.of(
                        "没有类别 %s；允许：%s；%s",
                        "there is no kind %s; allowed: %s; %s",
                        kind,
                        String.join(", ", kinds),
                        Spelling.didYouMean(kind, kinds, Text.of("从中选一个", "choose one of them"))))));
    }

    private Table table(List<Matter> matters, ZoneId zone) {
        Instant now = desk.clock().instant();
        Table table = new Table()
                .left("kind", Text.of("类别", "kind"))
                .left("what", Text.of("对象", "what"))
                .left("where", Text.of("系统/实体", "system/entity"))
                .left("since", Text.of("起于", "since"))
                .below("reason", Text.of("原因", "why"))
                .below("try", Text.of("可尝试", "try"))
                .below("command", Text.of("命令", "command"))
                .hidden("id")
                .hidden("uid")
                .hidden("kindId");
        for (Matter matter : matters) {
            table.row(
                    // programs read the same words whatever the reader's language
                    printed.forPeople() ? matter.kind().title() : matter.kind().id(),
                    matter.what(),
                    matter.system().isEmpty() ? matter.entity() : matter.system() + "/" + matter.entity(),
                    printed.forPeople()
                            ? Ages.ago(matter.since(), now)
                            : ISO_OFFSET_DATE_TIME.format(
                                    matter.since().truncatedTo(SECONDS).atZone(zone)),
                    matter.reason(),
                    matter.attempt(),
                    matter.command(),
                    matter.id(),
                    matter.uid().map(Uid::toString).orElse(""),
                    matter.kind().id());
        }
        return table;
    }
}
