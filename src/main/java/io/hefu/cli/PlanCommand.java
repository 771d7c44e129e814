package io.hefu.cli;

import io.hefu.definition.Text;
import io.hefu.journey.Plan;
import io.hefu.journey.PlanRun;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what would be written where, and writes nothing. */
@Command(name = "plan")
final class PlanCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private AtHome home;

    @Mixin
    private Printed printed;

    @Option(names = "--out", descriptionKey = "out", paramLabel = "FILE")
    private Path out;

    PlanCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Terminal terminal = desk.terminal();
        Optional.ofNullable(out).ifPresent(PlanFile::requirePlace);
        try (Hub hub = desk.open(home.folder()).requireSound();
                LiveHub live = LiveHub.quiet(hub)) {
            Plan plan = live.engine().plan().run(new Told(terminal));
            PlanText.print(terminal, plan, printed.format());
            if (out != null) {
                PlanFile.write(out, plan);
                terminal.tell(Text.of("计划已写入 %s", "the plan is in %s", out));
            }
            plan.absent().forEach(each -> terminal.tell(Text.of("%s：%s", "%s: %s", each.place(), each.why())));
            plan.troubles().forEach((flow, why) -> terminal.tellFault(Text.of("%s：%s", "%s: %s", flow, why)));
            return !plan.troubles().isEmpty() ? Hefu.FAULT : plan.isEmpty() ? Hefu.FINE : Hefu.DIFFERENCES;
        }
    }

    private record Told(Terminal terminal) implements PlanRun.Progress {
        @Override
        public void reading(Flow flow) {
            terminal.tell(Text.of("正在读取 %s …", "reading %s …", flow));
        }

        @Override
        public void read(Flow flow, Equation equation) {
            terminal.tell(Text.of("%s：%s", "%s: %s", flow, OneReading.told(equation)));
        }
    }
}
