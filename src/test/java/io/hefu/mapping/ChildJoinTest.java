package io.hefu.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.systems.Column;
import io.hefu.systems.ColumnType;
import io.hefu.systems.Row;
import io.hefu.systems.Shape;
import io.hefu.systems.SystemConnection;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lines find their document however two columns of one database write its key; else they would be misread as none. */
class ChildJoinTest {
    private static final ReadSide SIDE = new ReadSide(
            "orders",
            "id",
            Optional.empty(),
            Duration.ZERO,
            10,
            List.of(new ReadSide.Child("lines", "lines", "order_id", Optional.of("seq"))),
            false,
            true);

    private static Row row(String column, Object cell) {
        return new Row(new Shape(List.of(new Column(column, ColumnType.UNKNOWN, "any"))), new Object[] {cell});
    }

    private static List<?> lines(Object key, Object parent) {
        return (List<?>) new ChildJoin(SIDE, answering(List.of(row("order_id", parent))))
                .join(List.of(row("id", key)))
                .get(0)
                .cell("lines");
    }

    private static SystemConnection answering(List<Row> rows) {
        return (SystemConnection) Proxy.newProxyInstance(
                ChildJoinTest.class.getClassLoader(),
                new Class<?>[] {SystemConnection.class},
                (proxy, method, arguments) -> rows);
    }

    private static List<Object> ordered(Object... places) {
        Shape shape = new Shape(
                List.of(new Column("order_id", ColumnType.TEXT, "text"), new Column("seq", ColumnType.UNKNOWN, "any")));
        List<Row> given = Stream.of(places)
                .map(place -> new Row(shape, new Object[] {"SO1", place}))
                .toList();
        List<?> lines = (List<?>) new ChildJoin(SIDE, answering(given))
                .join(List.of(row("id", "SO1")))
                .get(0)
                .cell("lines");
        return lines.stream().<Object>map(line -> ((Map<?, ?>) line).get("seq")).toList();
    }

    @Test
    void linesComeInTheirOrderWhateverOrderTheSystemGivesThemIn() {
        assertThat(ordered(10L, 2L, 1L)).containsExactly(1L, 2L, 10L);
        assertThat(ordered("10", new BigDecimal("2.50"), 1L)).containsExactly(1L, new BigDecimal("2.50"), "10");
        assertThat(ordered("B", 3L, "A")).containsExactly(3L, "A", "B");
        assertThat(ordered(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 1, 1)))
                .containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 2, 1));
        assertThat(ordered(Row.Cell.ABSENT, 1L).get(0)).isEqualTo(1L);
    }

    @Test
    void aPaddedKeyIsTheKey() {
        assertThat(lines("SO1       ", "SO1")).hasSize(1);
    }

    @Test
    void aWholeNumberIsTheSameInAColumnWithDecimals() {
        assertThat(lines(7L, new BigDecimal("7.00"))).hasSize(1);
    }

    @Test
    void leadingZerosAreNotTheSameKey() {
        assertThat(lines("007", "7")).isEmpty();
    }
}
