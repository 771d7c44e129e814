package io.hefu.cli;

import io.hefu.definition.Text;
import io.hefu.ledger.Flow;
import io.hefu.ledger.Pauses;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import io.hefu.review.Decisions;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a held value count, a paused flow go on with its source's new types, or a record in review belong to a thing; by a named person, with the reason. */
@Command(name = "release")
final class ReleaseCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private AtHome home;

    @Mixin
    private Decider decider;

    @Option(names = "--to", descriptionKey = "to", paramLabel = "NUMBER")
    private String to;

    @Parameters(arity = "1..2", paramLabel = "UID FIELD | SYSTEM/ENTITY | ID", descriptionKey = "released")
    private List<String> what;

    ReleaseCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Hub hub = desk.open(home.folder())) {
            Optional<Long> parked = Asked.number(what.get(0)).filter(number -> what.size() == 1);
            if (to != null) {
                assign(hub, parked);
            } else if (what.size() == 2) {
                HeldFields.release(hub.requireSound(), what.get(0), what.get(1), decider);
                desk.terminal().say(Text.of("已放行字段 %s。", "The held value of %s counts now.", what.get(1)));
            } else if (what.get(0).contains("/")) {
                accept(hub, Asked.flow(what.get(0)));
                desk.terminal()
                        .say(Text.of(
                                "已接受 %s 的新结构，下次读取时继续。",
                                "The new shape of %s is accepted; its next reading goes on.", what.get(0)));
            } else {
                throw new Complaint(
                        Text.of(
                                "要放行什么？写 UID 和字段，或 系统/实体，或待人判断的记录编号和 --to；等待和隔离的记录用 hefu retry",
                                "what is to be released? Write a UID and a field, or SYSTEM/ENTITY, or the number of a record in review with --to; waiting and quarantined records take hefu retry"));
            }
        }
        return Hefu.FINE;
    }

    private void assign(Hub hub, Optional<Long> parked) {
        long number = parked.orElseThrow(() -> new Complaint(Text.of(
                "--to 只用于待人判断的记录：hefu release 编号 --to 目标；用 hefu held --kind review 查看",
                "--to is for records in review: hefu release ID --to NUMBER; hefu held --kind review lists them")));
        String name = Reviews.assign(hub.requireSound(), number, Asked.filled("--to", to), decider);
        desk.terminal().say(Text.of("第 %s 号记录已归入 %s。", "Record %s belongs to %s now.", number, name));
    }

    private void accept(Hub hub, Flow flow) {
        Pauses.Pause pause = hub.books()
                .ledger()
                .pauses()
                .find(flow)
                .orElseThrow(() -> new Complaint(Text.of("%s 没有暂停", "%s is not paused", flow)));
        if (!pause.acceptable()) {
            throw new Complaint(Text.of(
                    "放行不能让 %s 继续，下次读取又会暂停：%s；可尝试：%s",
                    "no release lets %s go on, its next reading would pause again: %s; try: %s",
                    flow,
                    pause.reason(),
                    pause.attempt()));
        }
        Mapping mapping = hub.books()
                .snapshot()
                .get()
                .part(Mappings.class)
                .find(flow.system(), flow.entity())
                .orElseThrow(() -> new Complaint(Text.of("没有 %s 的映射", "there is no mapping of %s", flow)));
        hub.shapes().forget(mapping, hub.clock().instant());
        hub.books().ledger().pauses().resume(flow);
        hub.decisions()
                .enter(new Decisions.Decision(
                        Decisions.Kind.ACCEPT_SHAPE,
                        flow.toString(),
                        decider.by(),
                        decider.why(),
                        hub.clock().instant()));
    }
}
