package io.hefu.cli;

import io.hefu.definition.Text;
import io.hefu.delivery.Told;
import io.hefu.journey.Plan;
import io.hefu.journey.PlanRun;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Carries out a saved plan, if a plan made at this moment is the same. */
@Command(name = "apply")
final class ApplyCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private AtHome home;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "plan")
    private Path file;

    ApplyCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Terminal terminal = desk.terminal();
        PlanFile saved = PlanFile.read(file);
        try (Hub hub = desk.open(home.folder()).requireSound();
                LiveHub live = LiveHub.quiet(hub)) {
            requireUnmoved(saved, live.engine().plan().run(new Silent()));
            for (Flow flow : live.engine().readingOrder()) {
                live.engine().intake().read(flow.system(), flow.entity());
            }
            Told told = targets(saved).stream()
                    .map(flow -> live.engine().delivery().deliver(flow.system(), flow.entity()))
                    .reduce(Told.NOTHING, Told::plus);
            terminal.say(Text.of(
                    "已写入：新建 %s，更新 %s，删除 %s；被拒 %s，不明 %s，等待 %s",
                    "written: created %s, updated %s, deleted %s; refused %s, unknown %s, waiting %s",
                    told.created(),
                    told.updated(),
                    told.deleted(),
                    told.failed(),
                    told.unknown(),
                    told.waiting()));
            return told.failed() + told.unknown() > 0 ? Hefu.FAULT : Hefu.FINE;
        }
    }

    private static void requireUnmoved(PlanFile saved, Plan now) {
        if (!saved.id().equals(now.id()) || !saved.definitions().equals(now.version())) {
            throw new Complaint(Text.of(
                    "计划 %s 之后情况已变（现在是 %s），不予执行；可尝试：hefu plan --out 重新生成并查看",
                    "the world moved since the plan %s (now it would be %s): it is not carried out; try: hefu plan --out makes one anew, to be looked at",
                    saved.id(),
                    now.id()));
        }
    }

    private static Set<Flow> targets(PlanFile saved) {
        Set<Flow> targets = new LinkedHashSet<>();
        saved.lines().stream()
                .filter(Plan.Line::enabled)
                .forEach(line -> targets.add(new Flow(line.target(), line.entity())));
        return targets;
    }

    private record Silent() implements PlanRun.Progress {
        @Override
        public void reading(Flow flow) {}

        @Override
        public void read(Flow flow, Equation equation) {}
    }
}
