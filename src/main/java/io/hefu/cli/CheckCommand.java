package io.hefu.cli;

import io.hefu.definition.Snapshot;
import io.hefu.definition.Text;
import io.hefu.definition.Violation;
import io.hefu.dictionary.Dictionary;
import io.hefu.expression.WorkCalendar;
import io.hefu.journey.Faults;
import io.hefu.mapping.Mappings;
import io.hefu.rules.Rules;
import io.hefu.store.HubDatabase;
import io.hefu.store.StoreException;
import io.hefu.systems.Systems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Checks every edited file, and all of them against each other. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private AtHome home;

    @Mixin
    private Printed printed;

    CheckCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Terminal terminal = desk.terminal();
        Home at = Home.of(home.folder(), terminal.environment());
        Compilation written = Compilation.of(at, terminal.environment());
        Compilation compiled = againstWhatIsStored(written);
        List<Violation> all = new ArrayList<>(compiled.violations());
        all.addAll(RoutesCheck.of(at, compiled));
        if (!printed.forPeople()) {
            table(all).print(terminal, printed.format());
        } else if (all.isEmpty()) {
            terminal.say(inOrder(compiled.snapshot()));
        } else {
            all.forEach(violation -> terminal.out().println(violation.in(terminal.locale())));
            terminal.tellFault(Text.of("共 %s 处错误。", "%s faults in all.", all.size()));
        }
        warn(compiled);
        return all.isEmpty() ? Hefu.FINE : Hefu.FAULT;
    }

    /** What is no fault of the files, and should be known. */
    private void warn(Compilation compiled) {
        LocalDate today =
                LocalDate.now(desk.clock().withZone(compiled.settings().zone()));
        compiled.snapshot()
                .part(WorkCalendar.class)
                .warnings(today)
                .forEach(warning -> desk.terminal().tell(Text.of("警告：%s", "Warning: %s", warning)));
    }

    /** A hub that cannot be asked is no fault of the files. */
    private Compilation againstWhatIsStored(Compilation written) {
        try (HubDatabase database =
                HubDatabase.existing(written.settings().hub()).orElse(null)) {
            return database == null ? written : written.against(database);
        } catch (StoreException unreachable) {
            desk.terminal()
                    .tell(Text.of(
                            "注意：中枢数据库 %s 现在连不上，未核对字典改动会不会丢失已存的值：%s",
                            "Note: the hub's database %s cannot be reached now, so whether an edit of the dictionary would lose stored values was not checked: %s",
                            written.settings().hub().place(),
                            Faults.told(unreachable)));
            return written;
        }
    }

    private static Text inOrder(Snapshot snapshot) {
        return Text.of(
                "定义无误：%s 个实体，%s 个系统，%s 个映射，%s 条规则（版本 %s）",
                "The definitions are in order: %s entities, %s systems, %s mappings, %s rules (version %s)",
                snapshot.part(Dictionary.class).entities().size(),
                snapshot.part(Systems.class).all().size(),
                snapshot.part(Mappings.class).all().size(),
                snapshot.part(Rules.class).all().size(),
                snapshot.version());
    }

    private static Table table(List<Violation> violations) {
        Table table = new Table()
                .left("file", Text.of("文件", "file"))
                .right("line", Text.of("行", "line"))
                .left("key", Text.of("键", "key"))
                .left("what", Text.of("错误", "what"))
                .left("allowed", Text.of("允许", "allowed"))
                .left("try", Text.of("可尝试", "try"));
        for (Violation violation : violations) {
            table.row(
                    violation.position().file(),
                    (long) violation.position().line(),
                    violation.position().key(),
                    violation.what(),
                    violation.allowed(),
                    violation.attempt());
        }
        return table;
    }
}
