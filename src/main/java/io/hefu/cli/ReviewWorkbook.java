package io.hefu.cli;

import io.hefu.console.Pairs;
import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.EmptyFileException;
import org.apache.poi.UnsupportedFileFormatException;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Pairs as a workbook that a person fills in. Its columns are found by the English word in their title, wherever they stand. */
final class ReviewWorkbook {
    private static final List<String> VERDICTS = List.of("同一 accept", "不同 different", "暂否 reject");
    private static final Set<String> TURNED = Set.of("是 yes", "是", "yes");
    private static final int CHARACTER = 256;
    private static final DataFormatter SHOWN = new DataFormatter(Locale.ROOT);

    private ReviewWorkbook() {}

    /** A column: its title, and how wide it is in characters. */
    private enum Column {
        ID("编号 id", 8),
        ENTITY("实体 entity", 10),
        KEEP("建议保留 keep", 34),
        KEEP_KEYS("保留者的键 keep-keys", 26),
        OTHER("并入 other", 34),
        OTHER_KEYS("并入者的键 other-keys", 26),
        EVIDENCE("依据 evidence", 44),
        CLEAN_UP("清理 clean-up", 30),
        ASSIGNEE("交给 assignee", 12),
        DECISION("决定 decision", 16),
        TURN("反过来保留 turn", 14),
        WHY("理由 why", 30),
        KEEP_UID("保留者 keep-uid", 38),
        OTHER_UID("并入者 other-uid", 38);

        private final String title;
        private final int width;

        Column(String title, int width) {
            this.title = title;
            this.width = width;
        }

        String word() {
            return title.substring(title.indexOf(' ') + 1);
        }
    }

    static void write(Path file, List<Pairs.Line> pairs, Terminal terminal) throws IOException {
        try (Workbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("review");
            header(workbook, sheet);
            for (int i = 0; i < pairs.size(); i++) {
                row(sheet.createRow(i + 1), pairs.get(i), terminal);
            }
            choices(sheet, Column.DECISION, VERDICTS, pairs.size());
            choices(sheet, Column.TURN, List.of("是 yes"), pairs.size());
            sheet.createFreezePane(1, 1);
            workbook.write(out);
        }
    }

    private static void header(Workbook workbook, Sheet sheet) {
        CellStyle bold = workbook.createCellStyle();
        Font font = workbook.createFont();
        font.setBold(true);
        bold.setFont(font);
        Row header = sheet.createRow(0);
        for (Column column : Column.values()) {
            Cell cell = header.createCell(column.ordinal());
            cell.setCellValue(column.title);
            cell.setCellStyle(bold);
            sheet.setColumnWidth(column.ordinal(), column.width * CHARACTER);
        }
    }

    private static void choices(Sheet sheet, Column column, List<String> choices, int rows) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createExplicitListConstraint(choices.toArray(String[]::new)),
                new CellRangeAddressList(1, Math.max(1, rows), column.ordinal(), column.ordinal()));
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
    }

    private static void row(Row row, Pairs.Line pair, Terminal terminal) {
        row.createCell(Column.ID.ordinal()).setCellValue(pair.id());
        text(row, Column.ENTITY, terminal.word(pair.entity()));
        text(row, Column.KEEP, pair.keep().name());
        text(row, Column.KEEP_KEYS, pair.keep().keys());
        text(row, Column.OTHER, pair.other().name());
        text(row, Column.OTHER_KEYS, pair.other().keys());
        text(row, Column.EVIDENCE, terminal.word(pair.evidence()));
        text(row, Column.CLEAN_UP, terminal.word(ReviewCommand.cleanUp(pair)));
        text(row, Column.ASSIGNEE, pair.assignee().orElse(""));
        text(row, Column.KEEP_UID, pair.keep().uid().toString());
        text(row, Column.OTHER_UID, pair.other().uid().toString());
    }

    /** As a text and never a formula, whatever it begins with. */
    private static void text(Row row, Column column, String value) {
        row.createCell(column.ordinal()).setCellValue(value);
    }

    /**
     * The rows with a decision.
     *
     * @throws Complaint with every row that cannot be understood
     */
    static List<PairDecisions.Decision> read(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString(), null, "no such file");
        }
        try (Workbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            return decisions(file, workbook.getSheetAt(0));
        } catch (UnsupportedFileFormatException | EmptyFileException other) {
            throw new IOException(other.getMessage(), other);
        }
    }

    private static List<PairDecisions.Decision> decisions(Path file, Sheet sheet) {
        Map<Column, Integer> places = places(file, sheet);
        List<PairDecisions.Decision> decisions = new ArrayList<>();
        List<Text> faults = new ArrayList<>();
        for (int i = 1; i <= sheet.getLastRowNum(); i++) {
            Row row = sheet.getRow(i);
            String said = row == null ? "" : cell(row, places, Column.DECISION);
            if (!said.isEmpty()) {
                Text where = Text.same(file.getFileName() + ":" + (i + 1));
                decision(row, places, where, faults).ifPresent(decisions::add);
            }
        }
        if (!faults.isEmpty()) {
            throw new Complaint(faults.stream()
                    .reduce((one, other) -> Text.of("%s\n%s", "%s\n%s", one, other))
                    .orElse(Text.NONE));
        }
        return decisions;
    }

    private static Map<Column, Integer> places(Path file, Sheet sheet) {
        Map<Column, Integer> places = new LinkedHashMap<>();
        Row header = sheet.getRow(0);
        for (int i = 0; header != null && i < header.getLastCellNum(); i++) {
            String title = header.getCell(i) == null ? "" : SHOWN.formatCellValue(header.getCell(i));
            for (Column column : Column.values()) {
                if (title.strip().endsWith(" " + column.word())) {
                    places.put(column, i);
                }
            }
        }
        for (Column needed : List.of(Column.ID, Column.DECISION, Column.KEEP_UID, Column.OTHER_UID)) {
            if (!places.containsKey(needed)) {
                throw new Complaint(Text.of(
                        "%s 第一行没有“%s”一列；请用 hefu review --out 写出的工作簿",
                        "%s has no column “%s” in its first row; take a workbook that hefu review --out wrote",
                        file.getFileName(),
                        needed.title));
            }
        }
        return places;
    }

    private static Optional<PairDecisions.Decision> decision(
            Row row, Map<Column, Integer> places, Text where, List<Text> faults) {
        String said = cell(row, places, Column.DECISION);
        Optional<PairDecisions.Verdict> verdict = verdict(said);
        Optional<Long> id = Asked.number(cell(row, places, Column.ID));
        String turn = cell(row, places, Column.TURN).toLowerCase(Locale.ROOT);
        boolean turned = TURNED.contains(turn);
        if (!turned && !turn.isEmpty()) {
            faults.add(Text.of(
                    "%s 反过来保留：“%s”不认识；允许：是 yes，或留空",
                    "%s turn: “%s” is not known; allowed: 是 yes, or nothing", where, turn));
        }
        Optional<Uid> keep = Asked.uid(cell(row, places, turned ? Column.OTHER_UID : Column.KEEP_UID));
        String why = cell(row, places, Column.WHY);
        if (verdict.isEmpty()) {
            faults.add(Text.of(
                    "%s 决定：“%s”不认识；允许：%s",
                    "%s decision: “%s” is not known; allowed: %s", where, said, String.join(" / ", VERDICTS)));
        }
        if (id.isEmpty()) {
            faults.add(Text.of("%s 编号：不是数", "%s id: no number", where));
        }
        if (why.isEmpty()) {
            faults.add(Text.of("%s 理由：没有填写；每个决定都要有理由", "%s why: is empty; every decision needs its reason", where));
        }
        return verdict.isPresent() && id.isPresent() && !why.isEmpty() && (turned || turn.isEmpty())
                ? Optional.of(new PairDecisions.Decision(id.get(), verdict.get(), keep, why))
                : Optional.empty();
    }

    private static Optional<PairDecisions.Verdict> verdict(String said) {
        String word = said.toLowerCase(Locale.ROOT);
        for (int i = 0; i < VERDICTS.size(); i++) {
            String[] either = VERDICTS.get(i).split(" ");
            if (word.equals(VERDICTS.get(i)) || word.equals(either[0]) || word.equals(either[1])) {
                return Optional.of(List.of(
                                PairDecisions.Verdict.ACCEPT,
                                PairDecisions.Verdict.DIFFERENT,
                                PairDecisions.Verdict.REJECT)
                        .get(i));
            }
        }
        return Optional.empty();
    }

    private static String cell(Row row, Map<Column, Integer> places, Column column) {
        Integer place = places.get(column);
        return place == null || row.getCell(place) == null
                ? ""
                : SHOWN.formatCellValue(row.getCell(place)).strip();
    }
}
