package io.hefu.cli;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.ledger.Equation;
import io.hefu.ledger.ParkedRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tries again: a parked record goes along the way, a refused or unknown delivery is sent by the next round. */
@Command(name = "retry")
final class RetryCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private AtHome home;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "retried")
    private String id;

    RetryCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Optional<Long> number = Asked.number(id);
        try (Hub hub = desk.open(home.folder())) {
            return number.isPresent() ? parked(hub.requireSound(), number.get()) : wanted(hub);
        }
    }

    private int parked(Hub hub, long number) {
        ParkedRecord record = hub.books()
                .ledger()
                .parked()
                .find(number)
                .filter(found -> found.state() == ParkedRecord.State.OPEN
                        && found.payload().isPresent())
                .orElseThrow(() -> new Complaint(Parked.closed(hub, number)));
        try (LiveHub live = LiveHub.quiet(hub)) {
            Equation became = live.engine().resumer().resume(List.of(record));
            if (became.applied() + became.unchanged() + became.dropped() > 0) {
                desk.terminal().say(Text.of("第 %s 号记录已通过。", "Record %s went through.", number));
                return Hefu.FINE;
            }
        }
        ParkedRecord still = hub.books().ledger().parked().find(number).orElse(record);
        Text reason = still.reasons().isEmpty() ? Text.NONE : still.reasons().get(0);
        throw new Complaint(Text.of("第 %s 号记录仍未通过：%s", "record %s did not go through: %s", number, reason));
    }

    private int wanted(Hub hub) {
        String[] parts = id.split("/", 3);
        Optional<Uid> uid = parts.length == 3 ? Asked.uid(parts[2]) : Optional.empty();
        if (uid.isEmpty()) {
            throw new Complaint(Text.of(
                    "“%s”既不是记录编号，也不是 目标/实体/UID；用 hefu held 查看",
                    "“%s” is neither a record's number nor TARGET/ENTITY/UID; hefu held lists them", id));
        }
        if (!hub.books()
                .wanted()
                .retry(parts[0], parts[1], uid.get(), hub.clock().instant())) {
            throw new Complaint(Text.of("%s 没有失败、不明或不发的写入", "nothing of %s is refused, unknown or skipped", id));
        }
        desk.terminal().say(Text.of("下一轮写入时会再试 %s。", "%s is tried again in the next round.", id));
        return Hefu.FINE;
    }
}
