package io.hefu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The CRM has 蓝海 twice, as C00001 with an opportunity and as C00003: a person at the terminal, or in a workbook, judges. */
class PairsCommandTest {
    private static final String[] SIGNED = {"--by", "王芳", "--why", "电话确认"};

    @TempDir
    private Path folder;

    private SmallCompany company;

    @BeforeEach
    void twoOfOneName() {
        company = SmallCompany.in(folder);
        en("read", "crm/customer");
        en("read", "crm/opportunity");
    }

    private Typed en(String... words) {
        return Typed.in(Locale.ENGLISH, folder, words);
    }

    private Typed zh(String... words) {
        return Typed.in(Locale.CHINESE, folder, words);
    }

    private Typed signed(String... words) {
        String[] all = new String[words.length + SIGNED.length];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(SIGNED, 0, all, words.length, SIGNED.length);
        return en(all);
    }

    private String id() {
        return json("id");
    }

    private String json(String column) {
        return en("review", "--output", "json").out().replaceAll("(?s).*\"" + column + "\" : \"?([^\",]+).*", "$1");
    }

    @Test
    void aPairIsListedWithItsEvidenceAndWhatIsProposed() {
        assertThat(zh("review").out())
                .contains("C00001 深圳市蓝海电子股份有限公司", "C00003 深圳市蓝海电子股份有限公司", "清洗后的名称相同", "建议保留", "crm 里有两条");
        assertThat(en("review").out()).contains("proposed to stay", "the cleaned names are equal", "crm has two of it");
        assertThat(en("held", "--kind", "duplicate").out()).contains("hefu review accept " + id());
    }

    @Test
    void anAcceptedPairIsOneAndSaysHowToUndoIt() {
        Typed accepted = signed("review", "accept", id());

        assertThat(accepted.err()).isEmpty();
        assertThat(accepted.out()).contains("Merged (merge 1)", "hefu split 1");
        assertThat(en("review").out()).startsWith("No pair is to be judged.");
        assertThat(en("explain", "C00003").out()).contains("C00001", "is part of this", "王芳", "hefu split 1");
    }

    @Test
    void theOtherOneStaysWhereThePersonSaysSo() {
        String other = json("otherUid");
        signed("review", "accept", id(), "--keep", other);

        assertThat(en("explain", "C00001").out()).contains("UID " + other);
    }

    @Test
    void aMergeIsUndoneAndThePairIsNotAskedOfAgain() {
        signed("review", "accept", id());
        Typed undone = signed("split", "1");

        assertThat(undone.out()).contains("are two records again");
        assertThat(en("explain", "C00003").out()).contains("undone");
        assertThat(en("review").out()).startsWith("No pair is to be judged.");
        assertThat(signed("split", "1").err()).contains("merge 1 is undone already");
    }

    @Test
    void aPairThatIsDifferentIsNeverAskedOfAgain() {
        signed("review", "different", id());
        en("sweep", "crm/customer");

        assertThat(en("review").out()).startsWith("No pair is to be judged.");
    }

    @Test
    void aPairIsSomebodysToJudge() {
        assertThat(en("review", "assign", id(), "--to", "李强").code()).isZero();
        assertThat(zh("review").out()).contains("李强");
        assertThat(en("review", "assign", "99", "--to", "李强").err()).contains("there is no pair [99]");
    }

    @Test
    void severalPairsOfOneThingAreAcceptedTogether() {
        company.crm("insert into accounts values (7, 'C00007', '深圳市蓝海电子股份有限公司')");
        en("read", "crm/customer");
        List<String> ids = Pattern.compile("\"id\" : \"?(\\d+)")
                .matcher(en("review", "--output", "json").out())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).hasSizeGreaterThan(1);
        List<String> words = new ArrayList<>(List.of("review", "accept"));
        words.addAll(ids);

        Typed accepted = signed(words.toArray(String[]::new));

        assertThat(accepted.err()).isEmpty();
        assertThat(en("explain", "C00007").out()).contains("C00001 ");
        assertThat(en("review").out()).startsWith("No pair is to be judged.");
    }

    @Test
    void twoThingsAreMergedWithoutAPairByTheirNumbers() {
        assertThat(signed("merge", "C00001", "C00002").out()).contains("Merged (merge 1)");
        assertThat(signed("merge", "C00001", "nobody").err()).contains("nothing is found for nobody");
        assertThat(signed("merge", "C00001", "C00002").err()).contains("the same record");
    }

    @Test
    void aWorkbookGoesOutAndItsDecisionsComeBackIn() throws IOException {
        Path file = folder.resolve("疑似重复.xlsx");
        assertThat(zh("review", "--out", file.toString()).out()).contains("已写出 1 对");
        fill(file, "同一 accept", "同一家");

        Typed done = en("review", "import", file.toString(), "--by", "王芳");

        assertThat(done.err()).isEmpty();
        assertThat(done.out()).contains("Merged (merge 1)");
        assertThat(en("explain", "C00001").out()).contains("同一家");
    }

    @Test
    void aDecisionThatCannotBeUnderstoodChangesNothing() throws IOException {
        Path file = folder.resolve("pairs.xlsx");
        en("review", "--out", file.toString());
        fill(file, "大概是", "");

        assertThat(zh("review", "import", file.toString(), "--by", "王芳").err())
                .contains("pairs.xlsx:2 决定：“大概是”不认识；允许：同一 accept / 不同 different / 暂否 reject")
                .contains("pairs.xlsx:2 理由：没有填写");
        assertThat(en("review").out()).contains("C00003");
    }

    @Test
    void aFileThatIsNoWorkbookIsRefused() throws IOException {
        Path file = folder.resolve("pairs.xlsx");
        Files.writeString(file, "id,decision\n1,accept\n");

        assertThat(en("review", "import", file.toString(), "--by", "王芳").err()).contains("cannot be read");
        assertThat(en("review", "import", folder.resolve("no.xlsx").toString(), "--by", "王芳")
                        .err())
                .contains("no such file");
    }

    private static void fill(Path file, String decision, String why) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            Row header = workbook.getSheetAt(0).getRow(0);
            Row row = workbook.getSheetAt(0).getRow(1);
            for (int i = 0; i < header.getLastCellNum(); i++) {
                String title = header.getCell(i).getStringCellValue();
                if (title.endsWith(" decision")) {
                    row.createCell(i).setCellValue(decision);
                } else if (title.endsWith(" why")) {
                    row.createCell(i).setCellValue(why);
                }
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                workbook.write(out);
            }
        }
    }
}
