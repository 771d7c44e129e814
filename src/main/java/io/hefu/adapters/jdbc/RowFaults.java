package io.hefu.adapters.jdbc;

import io.hefu.definition.Text;
import java.sql.SQLException;

/** Why a row was refused, with its table, column and value. */
record RowFaults(Database database, Table table, JdbcFaults faults) {
    private static final int SHOWN = 60;

    Text of(SQLException fault, Planned planned) {
        Database.Refusal refusal = database.refusal(faults.root(fault));
        String column = refusal.column().isEmpty() && refusal.broken() == Database.Broken.TOO_LONG
                ? tooLong(planned)
                : refusal.column();
        String where = fault instanceof ChildFault child ? child.table() : table.name();
        Text what = what(refusal.broken());
        boolean known = fault instanceof ChildFault || table.column(column).isPresent();
        String place = column.isEmpty() || !known ? where : where + "." + column;
        String value = value(planned, column);
        return Text.of(
                "%1$s：%2$s%3$s（%4$s）",
                "%1$s: %2$s%3$s (%4$s)",
                place,
                what,
                value.isEmpty() ? "" : "：" + value,
                shortened(JdbcFaults.words(faults.root(fault)), 200));
    }

    Text of(CellWriter.IllegalCell illegal) {
        return Text.of(
                "%s.%s：%s 列装不下“%s”",
                "%s.%s: a %s column cannot hold “%s”",
                table.name(),
                illegal.column().name(),
                illegal.column().declared(),
                shown(illegal.cell()));
    }

    Text noSuchRow(String key) {
        return Text.of("%s 里没有主键为“%s”的行", "%s has no row with the key “%s”", table.name(), key);
    }

    private String tooLong(Planned planned) {
        return table.columns().stream()
                .filter(column -> CellWriter.tooLong(planned.row().cells().get(column.name()), column))
                .map(TableColumn::name)
                .findFirst()
                .orElse("");
    }

    private static String value(Planned planned, String column) {
        Object cell = planned.row().cells().get(column);
        return cell == null ? "" : "“" + shown(cell) + "”";
    }

    private static String shown(Object cell) {
        return shortened(cell instanceof java.math.BigDecimal number ? number.toString() : String.valueOf(cell), SHOWN);
    }

    private static String shortened(String text, int length) {
        return text.length() > length ? text.substring(0, length) + "…" : text;
    }

    private static Text what(Database.Broken broken) {
        return switch (broken) {
            case UNIQUE -> Text.of("这个值已经有了", "this value is there already");
            case NOT_NULL -> Text.of("不能为空", "must not be empty");
            case REFERENCE -> Text.of("所指的记录不存在，或仍被引用", "what it refers to is not there, or still refers to it");
            case TOO_LONG -> Text.of("太长", "too long");
            case OUT_OF_RANGE -> Text.of("超出范围", "out of range");
            case NOT_A_VALUE -> Text.of("不是这种类型的值", "no value of its type");
            case CHECK -> Text.of("违反检查约束", "breaks a check constraint");
            case OTHER -> Text.of("被拒绝", "refused");
        };
    }
}
