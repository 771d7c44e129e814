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
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines find their document however two columns of one database write its key; else they would be misread as none. */
class ChildJoinTest {
    private static final ReadSide SIDE = new ReadSide(
            "orders",
            "id",
            Optional.empty(),
            Duration.ZERO,
            10,
            List.of(new ReadSide.Child("lines", "lines", "order_id")),
            false,
            true);

    private static Row row(String column, Object cell) {
        return new Row(new Shape(List.of(new Column(column, ColumnType.UNKNOWN, "any"))), new Object[] {cell});
    }

    private static List<?> lines(Object key, Object parent) {
        SystemConnection lines = (SystemConnection) Proxy.newProxyInstance(
                ChildJoinTest.class.getClassLoader(),
                new Class<?>[] {SystemConnection.class},
                (proxy, method, arguments) -> List.of(row("order_id", parent)));
        return (List<?>)
                new ChildJoin(SIDE, lines).join(List.of(row("id", key))).get(0).cell("lines");
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
