package io.hefu.cli;

import io.hefu.console.Explainer;
import io.hefu.console.Explanation;
import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.ledger.ParkedRecord;
import io.hefu.ledger.ParkedRecords;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says everything that the hub knows of one thing. */
@Command(name = "explain")
final class ExplainCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private AtHome home;

    @Mixin
    private Printed printed;

    @Parameters(index = "0", paramLabel = "UID|NUMBER|SYSTEM/ENTITY/KEY", descriptionKey = "thing")
    private String thing;

    ExplainCommand(Desk desk) {
        this.desk = desk;
    }

    /** What waits or is quarantined is no thing yet, but it is known. */
    private void refuseParked(Hub hub) {
        String key = thing.substring(thing.lastIndexOf('/') + 1);
        hub
                .books()
                .ledger()
                .parked()
                .list(new ParkedRecords.Filter(
                        Optional.empty(),
                        Optional.of(ParkedRecord.State.OPEN),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(key),
                        0,
                        1))
                .stream()
                .findFirst()
                .ifPresent(parked -> {
                    throw new Complaint(Text.of(
                            "%s 的 %s 还没有通过（第 %s 号记录）：%s；可尝试：hefu held --system %s",
                            "%s %s did not pass yet (record %s): %s; try: hefu held --system %s",
                            parked.flow(),
                            parked.key(),
                            Long.toString(parked.id()),
                            parked.reasons().get(0),
                            parked.flow().system()));
                });
    }

    @Override
    public Integer call() {
        Terminal terminal = desk.terminal();
        try (Hub hub = desk.open(home.folder())) {
            Explainer explainer = new Explainer(hub.books());
            List<Uid> found = explainer.find(thing);
            if (found.isEmpty()) {
                refuseParked(hub);
                throw new Complaint(Text.of(
                        "没有“%s”；可尝试：UID、业务编号，或 系统/实体/键",
                        "there is no “%s”; try: a UID, a business number, or system/entity/key", thing));
            }
            List<Explanation> explanations = found.stream()
                    .flatMap(uid -> explainer.explain(uid).stream())
                    .toList();
            if (printed.forPeople()) {
                ExplanationText text = new ExplanationText(terminal, hub.books().zone());
                explanations.forEach(text::print);
            } else {
                terminal.out().println(ExplanationJson.of(explanations, terminal.locale()));
            }
        }
        return Hefu.FINE;
    }
}
