package io.hefu.cli;

import io.hefu.definition.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Carries out the decisions of a workbook that {@code hefu review --out} wrote and a person filled in. */
@Command(name = "import")
final class ReviewImportCommand implements Callable<Integer> {
    private final Desk desk;

    @Mixin
    private AtHome home;

    @Option(names = "--by", required = true, descriptionKey = "by", paramLabel = "NAME")
    private String by;

    @Parameters(index = "0", paramLabel = "FILE.xlsx", descriptionKey = "workbookIn")
    private Path file;

    ReviewImportCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        String name = Asked.filled("--by", by);
        List<PairDecisions.Decision> decisions;
        try {
            decisions = ReviewWorkbook.read(file);
        } catch (IOException fault) {
            throw new Complaint(Text.of(
                    "无法读取 %s：%s；允许：hefu review --out 写出的 XLSX",
                    "%s cannot be read: %s; allowed: an XLSX that hefu review --out wrote", file, fault.getMessage()));
        }
        if (decisions.isEmpty()) {
            desk.terminal().say(Text.of("%s 里没有填写决定。", "%s holds no decision.", file));
            return Hefu.FINE;
        }
        try (Hub hub = desk.open(home.folder())) {
            new PairDecisions(hub, desk.terminal()).carryOut(decisions, name);
        }
        return Hefu.FINE;
    }
}
