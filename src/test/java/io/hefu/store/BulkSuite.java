package io.hefu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Writing many rows at once keeps all the promises of writing one. */
abstract class BulkSuite extends OnOneDatabase {

    private static final List<Column> TALLY =
            List.of(Column.uuid("uid"), Column.text("key"), Column.number("version"), Column.bytes("digest"));
    private static final BulkUpdate NEXT_VERSION = new BulkUpdate(
            "tally",
            List.of(Column.uuid("uid")),
            List.of(Column.number("version")),
            List.of(Column.number("version"), Column.bytes("digest")));

    @Test
    void allRowsArrive() {
        load(0, 5_003);
        assertThat(count("select count(*) from tally")).isEqualTo(5_003);
        assertThat(count("select count(distinct key) from tally")).isEqualTo(5_003);
    }

    @Test
    void aConflictInTheMiddleRollsBackTheWholeBatch() {
        load(1_500, 1);
        assertThatThrownBy(() -> load(0, 2_000)).isInstanceOf(ConflictException.class);
        assertThat(count("select count(*) from tally")).isEqualTo(1);
        load(1_501, 2_000);
    }

    @Test
    void whatAWriterHoldsIsThereForTheNextStatement() {
        long seen = hub.write(tx -> {
            add(tx, 0, 10);
            return tx.first("select count(*) from tally", row -> row.number(1)).orElseThrow();
        });
        assertThat(seen).isEqualTo(10);
    }

    @Test
    void twoWritersInterleaveAndKeepTheOrderOfTheirTables() {
        hub.write(tx -> {
            BulkWriter heads = tx.bulk("head", List.of(Column.number("number"), Column.integer("parts")));
            BulkWriter parts =
                    tx.bulk("part", List.of(Column.number("number"), Column.integer("part"), Column.text("payload")));
            for (long i = 0; i < 40_000; i++) {
                heads.add(i, 1);
                parts.add(i, 1, "x");
            }
            return 0;
        });
        assertThat(count("select count(*) from head join part using (number)")).isEqualTo(40_000);
    }

    @Test
    void aRowThatDoesNotFitIsRefusedByName() {
        assertThatThrownBy(() -> hub.write(tx -> {
                    tx.bulk("tally", TALLY).add(1L, "x", 0L, null);
                    return 0;
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("uid")
                .hasMessageContaining("java.lang.Long");
        assertThatThrownBy(() -> hub.write(tx -> {
                    tx.bulk("tally", TALLY).add("x");
                    return 0;
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anOptimisticUpdateReportsHowManyStillMatched() {
        load(0, 3_000);
        hub.write(tx -> tx.update("update tally set version = 9 where key = ?", key(7)));

        int matched = hub.write(tx -> tx.bulkUpdate(NEXT_VERSION, changes(0, 3_000)));

        assertThat(matched).isEqualTo(2_999);
        assertThat(count("select count(*) from tally where version = 1")).isEqualTo(2_999);
        assertThat(count("select version from tally where key = ?", key(7))).isEqualTo(9);
    }

    @Test
    void severalUpdatesOfOneShapeInATransactionDoNotMix() {
        load(0, 100);
        List<Integer> matched = hub.write(tx -> List.of(
                tx.bulkUpdate(NEXT_VERSION, changes(0, 40)),
                tx.bulkUpdate(NEXT_VERSION, changes(40, 60)),
                tx.bulkUpdate(NEXT_VERSION, List.of())));
        assertThat(matched).containsExactly(40, 60, 0);
        assertThat(hub.<Integer>write(tx -> tx.bulkUpdate(NEXT_VERSION, changes(0, 40))))
                .isZero();
    }

    private void load(long first, long count) {
        hub.write(tx -> add(tx, first, count));
    }

    private static long add(Transaction tx, long first, long count) throws SQLException {
        BulkWriter writer = tx.bulk("tally", TALLY);
        for (long i = first; i < first + count; i++) {
            writer.add(new UUID(i, i), key(i), 0L, new byte[] {(byte) i});
        }
        return writer.added();
    }

    private static Iterable<Object[]> changes(long first, long count) {
        return LongStream.range(first, first + count)
                .mapToObj(i -> new Object[] {new UUID(i, i), 0L, 1L, new byte[] {1}})::iterator;
    }

    private static String key(long i) {
        return "KH-" + i;
    }
}
