package io.hefu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code hefu match} makes of files as people have them. */
class MatchCommandTest {
    private static final Path FEBRL = Path.of("src/test/resources/matching/febrl3.csv");
    private static final String CUSTOMERS = """
            编号;客户名称;税号;电话
            1;深圳市蓝海电子股份有限公司;914403001922038216;0755-26001234
            2;深圳藍海電子股份有限公司;;+86 755 2600 1234
            3;苏州恒力机械有限公司;;0512-66001234
            4;上海宏远贸易有限公司;;021-55001234
            """;

    @TempDir
    Path folder;

    @Test
    void febrl3IsRecognisedMatchedAndScored() throws IOException {
        Typed typed = match(Locale.CHINESE, FEBRL, "--truth", "rec_id");
        assertThat(typed.code()).isZero();
        assertThat(typed.out()).containsPattern("聚类后 F1 +(1.0000|0.99[89]\\d)");
        assertThat(typed.err()).contains("已读 5000 行", "given_name=given-name", "已打分 100%");
        assertThat(lines("clusters.csv")).hasSize(5_001).first().isEqualTo("id,cluster");
        assertThat(lines("pairs.csv")).first().isEqualTo("id1,id2,score");
        assertThat(lines("review.csv")).first().isEqualTo("id1,id2,band,score,explanation");
        assertThat(lines("model.yaml")).first().isEqualTo("model: 1");
    }

    @Test
    void aSavedModelAndPlanGiveTheSamePairs() throws IOException {
        match(Locale.ENGLISH, FEBRL);
        List<String> first = lines("pairs.csv");
        Path model = Files.move(out().resolve("model.yaml"), folder.resolve("model.yaml"));
        Path plan = Files.move(out().resolve("plan.match.yaml"), folder.resolve("plan.match.yaml"));
        Typed again = match(Locale.ENGLISH, FEBRL, "--model", model.toString(), "--config", plan.toString());
        assertThat(again.err()).doesNotContain("recognised");
        assertThat(lines("pairs.csv")).isEqualTo(first);
    }

    @Test
    void theEncodingAndTheDelimiterOfAChineseExportAreFoundOut() throws IOException {
        List<List<String>> all = new ArrayList<>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            Path file = Files.write(folder.resolve("customers.csv"), CUSTOMERS.getBytes(charset));
            Typed typed = match(Locale.ENGLISH, file);
            assertThat(typed.code()).as(typed.err()).isZero();
            assertThat(typed.err()).contains("id 编号; 客户名称=company, 税号=credit-code, 电话=phone");
            all.add(lines("clusters.csv"));
        }
        Path marked =
                Files.write(folder.resolve("customers.csv"), ("\ufeff" + CUSTOMERS).getBytes(StandardCharsets.UTF_8));
        match(Locale.ENGLISH, marked);
        assertThat(lines("clusters.csv"))
                .isEqualTo(all.get(0))
                .isEqualTo(all.get(1))
                .hasSize(5);
    }

    @Test
    void twoFilesThatCountAlikeAreLinkedUnderIdsThatSayWhich() throws IOException {
        Path erp = write("erp.csv", CUSTOMERS);
        Path crm = write("crm.csv", CUSTOMERS);
        Typed typed = match(Locale.ENGLISH, erp, crm.toString());
        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(typed.err()).contains("written 1:id and 2:id");
        assertThat(typed.out()).contains("pairs between the two files");
        assertThat(lines("clusters.csv")).hasSize(9).anyMatch(line -> line.startsWith("2:4,"));
    }

    @Test
    void rowsOfOneFileStayApartWhereThePlanSaysSo() throws IOException {
        Path config =
                write("c.match.yaml", "id: 编号\nwithin: false\nfields: {客户名称: company, 税号: credit-code, 电话: phone}\n");
        Path erp = write("erp.csv", CUSTOMERS);
        Path crm = write("crm.csv", CUSTOMERS);
        match(Locale.ENGLISH, erp, crm.toString(), "--config", config.toString());
        assertThat(lines("pairs.csv")).noneMatch(line -> line.matches("(1:.*,1:.*|2:.*,2:.*)"));
        List<String> clusters = lines("clusters.csv");
        assertThat(clusters.stream()
                        .filter(line -> line.startsWith("1:"))
                        .map(line -> line.substring(line.indexOf(','))))
                .doesNotHaveDuplicates();
    }

    @Test
    void listsForProgramsAreJson() throws IOException {
        Typed typed = match(Locale.ENGLISH, write("customers.csv", CUSTOMERS), "--output", "json");
        assertThat(typed.out()).startsWith("{").contains("\"value\" : 4");
    }

    @Test
    void aColumnThatIsNotThereIsNamedWithTheOnesThatAre() throws IOException {
        Path config = write("c.match.yaml", "fields: {客户名: company}\n");
        Typed typed = match(Locale.CHINESE, write("customers.csv", CUSTOMERS), "--config", config.toString());
        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err()).contains("没有列“客户名”", "编号, 客户名称, 税号, 电话", "是否想写 客户名称");
    }

    @Test
    void aFaultOfTheConfigIsToldWithItsLine() throws IOException {
        Path config = write("c.match.yaml", "fields:\n  客户名称: compny\n");
        Typed typed = match(Locale.ENGLISH, write("customers.csv", CUSTOMERS), "--config", config.toString());
        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err()).contains("c.match.yaml:2", "compny");
    }

    @Test
    void anIdThatStandsTwiceIsRefusedWithItsLine() throws IOException {
        Path file = write("customers.csv", "id,name\n1,蓝海有限公司\n2,恒力有限公司\n1,宏远有限公司\n");
        Path config = write("c.match.yaml", "id: id\nfields: {name: company}\n");
        Typed typed = match(Locale.ENGLISH, file, "--config", config.toString());
        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err()).contains("customers.csv:4: the id “1” stands there a second time");
    }

    @Test
    void filesThatCannotBeReadSayWhy() throws IOException {
        assertThat(match(Locale.ENGLISH, folder.resolve("none.csv")).err()).contains("there is no such file");
        assertThat(match(Locale.ENGLISH, write("empty.csv", "")).err()).contains("the file is empty");
        assertThat(match(Locale.ENGLISH, write("short.csv", "name,phone\n")).err())
                .contains("two rows at least");
        assertThat(match(Locale.ENGLISH, write("odd.csv", "x1,x2\n1,2\n3,4\n")).err())
                .contains("no column was recognised: x1, x2");
        assertThat(match(Locale.ENGLISH, write("wide.csv", "name,phone\n蓝海,1,2\n"))
                        .err())
                .contains("wide.csv:2: the row has 3 cells, the header 2");
        Path broken = Files.write(
                folder.resolve("broken.csv"), new byte[] {'n', 'a', 'm', 'e', '\n', (byte) 0xff, (byte) 0xff, '\n'});
        assertThat(match(Locale.ENGLISH, broken).err())
                .contains("broken.csv:2: the encoding is neither UTF-8 nor GB18030");
    }

    private Typed match(Locale locale, Path file, String... more) {
        List<String> words = new ArrayList<>(List.of("match", file.toString(), "--out", out().toString()));
        words.addAll(List.of(more));
        return Typed.plain(locale, words.toArray(String[]::new));
    }

    private Path out() {
        return folder.resolve("out");
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(out().resolve(name));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
