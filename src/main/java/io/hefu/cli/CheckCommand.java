package io.hefu.cli;

import io.hefu.adapters.http.TemplateCheck;
import io.hefu.adapters.settings.OutsideCheck;
import io.hefu.adapters.settings.Surroundings;
import io.hefu.definition.Snapshot;
import io.hefu.definition.Text;
import io.hefu.definition.Violation;
import io.hefu.definition.Violations;
import io.hefu.dictionary.Dictionary;
import io.hefu.expression.WorkCalendar;
import io.hefu.journey.Faults;
import io.hefu.mapping.AuthorityCheck;
import io.hefu.mapping.Mappings;
import io.hefu.rules.Rules;
import io.hefu.store.HubDatabase;
import io.hefu.store.StoreException;
import io.hefu.systems.Systems;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        Violations ofSystems = new Violations();
        List<Violation> missing = secretsNotHere(at, compiled, ofSystems);
        all.addAll(ofSystems.all());
        if (!printed.forPeople()) {
            table(all).print(terminal, printed.format());
        } else if (all.isEmpty()) {
            terminal.say(inOrder(compiled.snapshot()));
        } else {
            all.forEach(violation -> terminal.out().println(violation.in(terminal.locale())));
            terminal.tellFault(Text.of("共 %s 处错误。", "%s faults in all.", all.size()));
        }
        tellMissing(missing);
        warn(compiled);
        return all.isEmpty() ? Hefu.FINE : Hefu.FAULT;
    }

    private List<Violation> secretsNotHere(Home at, Compilation compiled, Violations violations) {
        Systems systems = compiled.snapshot().part(Systems.class);
        TemplateCheck.run(systems, violations);
        Surroundings surroundings = new Surroundings(
                at.config(),
                name -> Optional.ofNullable(desk.terminal().environment().get(name)),
                compiled.settings()::placeholder,
                desk.clock());
        return OutsideCheck.run(systems, surroundings, violations);
    }

    /** No fault of the files, which are checked on machines without secrets too; but a hub needs them. */
    private void tellMissing(List<Violation> missing) {
        Terminal terminal = desk.terminal();
        if (printed.forPeople() && !missing.isEmpty()) {
            terminal.tell(
                    Text.of(
                            "这台机器上还缺下列密码；不算定义的错误，但运行前要备好：",
                            "These secrets are not on this machine; no fault of the definitions, but to be there before it runs:"));
            missing.forEach(each -> terminal.err().println(each.in(terminal.locale())));
        }
    }

    /** What is no fault of the files, and should be known. */
    private void warn(Compilation compiled) {
        LocalDate today =
                LocalDate.now(desk.clock().withZone(compiled.settings().zone()));
        compiled.snapshot().part(WorkCalendar.class).warnings(today).forEach(this::warn);
        if (compiled.isSound()) {
            AuthorityCheck.warnings(
                            compiled.snapshot().part(Dictionary.class),
                            compiled.snapshot().part(Mappings.class))
                    .forEach(this::warn);
        }
    }

    private void warn(Text warning) {
        desk.terminal().tell(Text.of("警告：%s", "Warning: %s", warning));
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
