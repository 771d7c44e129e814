package io.hefu.cli;

import io.hefu.adapters.files.TableFile;
import io.hefu.adapters.files.TableFileException;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.matching.MatchPlan;
import io.hefu.matching.MatchPlanFile;
import io.hefu.matching.Matches;
import io.hefu.matching.Matching;
import io.hefu.matching.cluster.Decisions;
import io.hefu.matching.model.MatchModel;
import io.hefu.matching.model.ModelFile;
import io.hefu.matching.table.Rows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Finds the rows of one or two CSV files that are the same thing, which needs no installation; without a file, the hub's own
 * records.
 */
@Command(name = "match")
final class MatchCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(arity = "0..2", paramLabel = "FILE.csv", descriptionKey = "match.files")
    private List<Path> files = List.of();

    @Mixin
    private AtHome home;

    @Option(names = "--entity", descriptionKey = "match.entity", paramLabel = "ENTITY", defaultValue = "customer")
    private String entity;

    @Option(names = "--config", descriptionKey = "match.config", paramLabel = "FILE")
    private Path config;

    @Option(names = "--model", descriptionKey = "match.model", paramLabel = "FILE")
    private Path model;

    @Option(names = "--out", descriptionKey = "match.out", paramLabel = "FOLDER")
    private Path out;

    @Option(names = "--truth", descriptionKey = "match.truth", paramLabel = "COLUMN")
    private String truth;

    @Mixin
    private Printed printed;

    MatchCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        if (files.isEmpty()) {
            return OwnMatching.run(desk, home, entity, printed);
        } else if (out == null) {
            throw new Complaint(
                    Text.of("缺少 --out 文件夹：结果写到哪里？", "--out FOLDER is missing: where shall the results go?"));
        }
        try {
            return match();
        } catch (TableFileException fault) {
            throw new Complaint(fault.what());
        }
    }

    private int match() {
        MatchTold told = new MatchTold(desk.terminal());
        List<TableFile> tables = files.stream().map(TableFile::open).toList();
        MatchPlan plan = plan(tables, told);
        Optional<String> truthColumn = Optional.ofNullable(truth);
        MatchReader.Read read = new MatchReader(tables, plan, truthColumn).read();
        Rows rows = read.rows();
        told.read(rows, read.isQualified());
        if (rows.size() < 2) {
            throw new Complaint(
                    Text.of("至少要有两行才能匹配，只有 %s 行", "matching needs two rows at least, there are %s", rows.size()));
        }
        Matches matches = Matching.run(rows, model(rows), Decisions.NONE, told);
        MatchFolder folder = new MatchFolder(out, desk.terminal().locale());
        folder.write(matches, plan);
        new MatchSummary(matches, read.truth(), files.size() > 1).table().print(desk.terminal(), printed.format());
        told.written(out);
        return Hefu.FINE;
    }

    private MatchPlan plan(List<TableFile> tables, MatchTold told) {
        if (config != null) {
            Violations violations = new Violations();
            Optional<MatchPlan> plan = MatchPlanFile.read(config.toString(), bytes(config), violations);
            violations.throwIfAny();
            return plan.orElseThrow();
        }
        MatchPlan proposed = MatchSample.propose(tables.get(0), Optional.ofNullable(truth));
        if (proposed.fields().isEmpty()) {
            throw new Complaint(Text.of(
                    "看不出哪些列可以比较：%s；请用 --config 写明各列的种类",
                    "no column was recognised: %s; say with --config what each is",
                    String.join(", ", tables.get(0).header())));
        }
        told.proposed(proposed);
        return proposed;
    }

    private Optional<MatchModel> model(Rows rows) {
        if (model == null) {
            return Optional.empty();
        }
        Violations violations = new Violations();
        Optional<MatchModel> saved = ModelFile.read(model.toString(), bytes(model), violations);
        violations.throwIfAny();
        return Optional.of(saved.filter(each -> each.fits(rows))
                .orElseThrow(() -> new Complaint(Text.of(
                        "模型 %s 是为别的列学的；请用原来的配置，或去掉 --model",
                        "the model %s was learnt for other columns; use the config it was learnt with, or leave out --model",
                        model))));
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException fault) {
            throw new Complaint(Text.of("%s 读不了；请检查路径", "%s cannot be read; check the path", file));
        }
    }
}
