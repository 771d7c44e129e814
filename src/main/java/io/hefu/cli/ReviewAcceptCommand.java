package io.hefu.cli;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes one of each of these pairs; by a named person, with the reason. */
@Command(name = "accept")
final class ReviewAcceptCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private AtHome home;

    @Mixin
    private Decider decider;

    @Option(names = "--keep", descriptionKey = "keepUid", paramLabel = "UID")
    private String keep;

    @Parameters(arity = "1..*", paramLabel = "ID", descriptionKey = "pairs")
    private List<Long> ids;

    ReviewAcceptCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Hub hub = desk.open(home.folder())) {
            new PairDecisions(hub, desk.terminal()).carryOut(ids, PairDecisions.Verdict.ACCEPT, kept(), decider);
        }
        return Hefu.FINE;
    }

    private Optional<Uid> kept() {
        if (keep == null) {
            return Optional.empty();
        } else if (ids.size() > 1) {
            throw new Complaint(Text.of("--keep 只用于一对", "--keep is for one pair at a time"));
        }
        return Optional.of(
                Asked.uid(keep).orElseThrow(() -> new Complaint(Text.of("“%s”不是 UID", "“%s” is no UID", keep))));
    }
}
