package io.hefu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.definition.Text;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void chineseAndLatinRowsStandInTheSameColumns() {
        Table table = new Table()
                .left("name", Text.of("名称", "name"))
                .right("amount", Text.of("金额", "amount"))
                .left("state", Text.of("状态", "state"));
        table.row("深圳市蓝海电子", "1,200.00", "正常");
        table.row("ACME Ltd", "7.50", "paused");
        assertThat(table.lines(in(Language.ZH)))
                .containsExactly(
                        "名称                金额  状态", "深圳市蓝海电子  1,200.00  正常", "ACME Ltd            7.50  paused");
    }

    @Test
    void aChineseCharacterTakesTwoColumnsAndACombiningMarkNone() {
        assertThat(Width.of("合符 Hefu")).isEqualTo(9);
        assertThat(Width.of("（全角）")).isEqualTo(8);
        assertThat(Width.of("e\u0301")).isEqualTo(1);
        assertThat(Width.of("𠮷野家")).isEqualTo(6);
    }

    @Test
    void whatStandsBelowARowIsLeftOutWhenThereIsNone() {
        Table table = new Table().left("name", Text.of("名称", "name")).below("why", Text.of("原因", "why"));
        table.row("A", "因为");
        table.row("B", "");
        assertThat(table.lines(in(Language.EN))).containsExactly("name", "A", "    why 因为", "B");
    }

    @Test
    void oneVeryLongCellDoesNotPushTheOthersApart() {
        Table table = new Table().left("name", Text.of("名称", "name")).left("state", Text.of("状态", "state"));
        table.row("长".repeat(100), "x");
        table.row("A", "y");
        assertThat(table.lines(in(Language.EN))).containsExactly("name  state", "长".repeat(100) + "  x", "A     y");
    }

    @Test
    void noValueCanTurnTheDirectionOfWhatFollows() {
        Table table = new Table().left("name", Text.of("名称", "name"));
        table.row("报价\u202egpj.exe");
        assertThat(table.lines(in(Language.EN))).containsExactly("name", "报价 gpj.exe");
    }

    @Test
    void noValueCanSteerTheTerminal() {
        Table table = new Table().left("name", Text.of("名称", "name"));
        table.row("a\u001b[31mred\nnext");
        assertThat(table.lines(in(Language.EN)).get(1)).isEqualTo("a [31mred next");
    }

    @Test
    void programsGetEveryColumnWithAVersionAndPlainNumbers() {
        Table table = new Table()
                .left("what", Text.of("对象", "what"))
                .right("rows", Text.of("行数", "rows"))
                .hidden("id");
        table.row(Text.of("客户", "customer"), 1200L, "7");
        table.print(in(Language.ZH), Table.Format.json);
        assertThat(printed.toString(StandardCharsets.UTF_8).replaceAll("\\s", ""))
                .isEqualTo("{\"version\":1,\"rows\":[{\"what\":\"客户\",\"rows\":1200,\"id\":\"7\"}]}");
    }

    private Terminal in(Locale locale) {
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        return new Terminal(stream, stream, StandardCharsets.UTF_8, locale, false, Map.of());
    }
}
