package io.hefu.cli;

import io.hefu.definition.Text;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says who is to judge pairs. */
@Command(name = "assign")
final class ReviewAssignCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private AtHome home;

    @Option(names = "--to", required = true, descriptionKey = "assignee", paramLabel = "NAME")
    private String to;

    @Parameters(arity = "1..*", paramLabel = "ID", descriptionKey = "pairs")
    private List<Long> ids;

    ReviewAssignCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        try (Hub hub = desk.open(home.folder())) {
            List<Long> unknown = ids.stream()
                    .filter(id -> hub.books().duplicates().find(id).isEmpty())
                    .toList();
            if (!unknown.isEmpty()) {
                throw new Complaint(
                        Text.of("没有第 %s 对；用 hefu review 查看", "there is no pair %s; hefu review lists them", unknown));
            }
            hub.database().write(tx -> {
                for (long id : ids) {
                    hub.books().duplicates().assign(tx, id, to.strip());
                }
                return 0;
            });
            desk.terminal().say(Text.of("%s 对已交给 %s。", "%s pairs are for %s to judge.", ids.size(), to.strip()));
        }
        return Hefu.FINE;
    }
}
