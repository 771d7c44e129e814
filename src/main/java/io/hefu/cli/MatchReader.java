package io.hefu.cli;

import io.hefu.adapters.files.TableFile;
import io.hefu.definition.Spelling;
import io.hefu.definition.Text;
import io.hefu.matching.MatchPlan;
import io.hefu.matching.table.Field;
import io.hefu.matching.table.Rows;
import io.hefu.matching.table.RowsBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the rows of one or two files into columns to be compared. */
final class MatchReader {
    /** FEBRL's ids hold the truth: rec-1496-org, rec-1496-dup-0. */
    private static final Pattern COPY = Pattern.compile("-(org|dup-\\d+)$");

    private final List<TableFile> tables;
    private final MatchPlan plan;
    private final Optional<String> truth;

    MatchReader(List<TableFile> tables, MatchPlan plan, Optional<String> truth) {
        this.tables = tables;
        this.plan = plan;
        this.truth = truth;
        tables.forEach(this::requireColumns);
    }

    /**
     * @param truth of each row which thing it is, where that is known
     * @param isQualified whether ids have the number of their file in front, since both files use the same ones
     */
    record Read(Rows rows, Optional<String[]> truth, boolean isQualified) {}

    Read read() {
        try {
            return read(false);
        } catch (SameIdInBothFiles both) {
            return read(true);
        }
    }

    private Read read(boolean qualified) {
        RowsBuilder rows = new RowsBuilder(plan.fields(), plan.within());
        List<String> truths = new ArrayList<>();
        for (int file = 0; file < tables.size(); file++) {
            read(tables.get(file), file, qualified, rows, truths);
        }
        Rows built = rows.build();
        return new Read(built, truth.map(column -> ordered(built, truths)), qualified);
    }

    private void read(TableFile table, int file, boolean qualified, RowsBuilder rows, List<String> truths) {
        List<String> header = table.header();
        int[] compared = plan.fields().stream()
                .mapToInt(field -> header.indexOf(field.name()))
                .toArray();
        int id = plan.id().map(header::indexOf).orElse(-1);
        int truthAt = truth.map(header::indexOf).orElse(-1);
        String[] texts = new String[compared.length];
        int before = rows.size();
        table.read((line, cells) -> {
            for (int i = 0; i < texts.length; i++) {
                texts[i] = cells.get(compared[i]);
            }
            String own = id < 0
                    ? Integer.toString(rows.size() - before + 1)
                    : cells.get(id).strip();
            String name = qualified ? file + 1 + ":" + own : own;
            if (!rows.add(name, file, Arrays.asList(texts))) {
                refuse(table, file, line, own);
            }
            if (truthAt >= 0) {
                truths.add(COPY.matcher(cells.get(truthAt).strip()).replaceFirst(""));
            }
        });
    }

    private void refuse(TableFile table, int file, long line, String id) {
        if (id.isEmpty()) {
            throw new Complaint(Text.of(
                    "%s:%s：编号列“%s”是空的",
                    "%s:%s: the id column “%s” is empty",
                    table.file(),
                    line,
                    plan.id().orElse("")));
        }
        if (file > 0) {
            throw new SameIdInBothFiles();
        }
        throw new Complaint(Text.of(
                "%s:%s：编号“%s”出现第二次；请用 --config 另指定编号列，或不写 id 以行号为准",
                "%s:%s: the id “%s” stands there a second time; name another id column with --config, or none to go by row numbers",
                table.file(),
                line,
                id));
    }

    /** Truths stand in the order in which rows came, and rows have ids numbered in that order. */
    private static String[] ordered(Rows rows, List<String> truths) {
        String[] ordered = new String[rows.size()];
        for (int row = 0; row < ordered.length; row++) {
            ordered[row] = truths.get(rows.ids()[row] - 1);
        }
        return ordered;
    }

    private void requireColumns(TableFile table) {
        List<String> wanted =
                new ArrayList<>(plan.fields().stream().map(Field::name).toList());
        plan.id().ifPresent(wanted::add);
        truth.ifPresent(wanted::add);
        for (String column : wanted) {
            if (!table.header().contains(column)) {
                throw new Complaint(Text.of(
                        "%s 没有列“%s”；有：%s；%s",
                        "%s has no column “%s”; there are: %s; %s",
                        table.file(),
                        column,
                        String.join(", ", table.header()),
                        Spelling.didYouMean(
                                column, table.header(), Text.of("请改配置或文件", "correct the config or the file"))));
            }
        }
    }

    /** Within one file they must differ; both files may count from 1. */
    private static final class SameIdInBothFiles extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
