package io.hefu.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes the two for different while the evidence is the same; by a named person, with the reason. */
@Command(name = "reject")
final class ReviewRejectCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private AtHome home;

    @Mixin
    private Decider decider;

    @Parameters(arity = "1..*", paramLabel = "ID", descriptionKey = "pairs")
    private List<Long> ids;

    ReviewRejectCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Hub hub = desk.open(home.folder())) {
            new PairDecisions(hub, desk.terminal())
                    .carryOut(ids, PairDecisions.Verdict.REJECT, Optional.empty(), decider);
        }
        return Hefu.FINE;
    }
}
