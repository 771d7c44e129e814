package io.hefu.cli;

import io.hefu.definition.Text;
import io.hefu.ledger.ParkedRecord;
import io.hefu.review.Decisions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives up a parked record, or the held value of a field; by a named person, with the reason. */
@Command(name = "discard")
final class DiscardCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private AtHome home;

    @Mixin
    private Decider decider;

    @Parameters(arity = "1..2", paramLabel = "ID", descriptionKey = "id")
    private List<String> id;

    DiscardCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Hub hub = desk.open(home.folder())) {
            if (id.size() == 2) {
                HeldFields.discard(hub, id.get(0), id.get(1), decider);
                desk.terminal().say(Text.of("已放弃 %s 的扣留值。", "The held value of %s is given up.", id.get(1)));
            } else {
                long number = Asked.number(id.get(0))
                        .orElseThrow(() -> new Complaint(Text.of(
                                "“%s”不是待处理记录的编号；用 hefu held 查看",
                                "“%s” is no number of a parked record; hefu held lists them", id.get(0))));
                discard(hub, number);
                desk.terminal().say(Text.of("已放弃第 %s 号记录。", "Record %s is given up.", number));
            }
        }
        return Hefu.FINE;
    }

    private void discard(Hub hub, long number) {
        ParkedRecord.Decision decision = new ParkedRecord.Decision(decider.by(), decider.why());
        if (!hub.books().ledger().parked().discard(number, decision, hub.clock().instant())) {
            throw new Complaint(Parked.closed(hub, number));
        }
        hub.decisions()
                .enter(new Decisions.Decision(
                        Decisions.Kind.DISCARD,
                        Long.toString(number),
                        decider.by(),
                        decider.why(),
                        hub.clock().instant()));
    }
}
