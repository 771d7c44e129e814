package io.hefu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Values come back as they went in, and statements do what they say. */
abstract class TransactionSuite extends OnOneDatabase {

    private static final UUID UID = UUID.fromString("ffffffff-0000-7000-8000-0123456789ab");

    @Test
    void textComesBackCharacterByCharacter() {
        for (String text : List.of("", " ", "待联系", "𠮷野家 😀 é", "' \" \\ % _ ? $1", "\t\r\n", "字".repeat(100_000))) {
            comesBack("words", text, row -> row.text(1));
        }
    }

    @Test
    void brokenTextIsRefusedNotChanged() {
        for (String text : List.of("a\u0000b", "\ud800", "x\udc00y", "\ud83d")) {
            assertThatThrownBy(() -> roundTrip("words", text, row -> row.text(1)))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("cannot be stored");
        }
    }

    @Test
    void everyTypeComesBackExactly() {
        comesBack("number", Long.MIN_VALUE, row -> row.number(1));
        comesBack("small", Integer.MAX_VALUE, row -> row.integer(1));
        comesBack("small", true, row -> row.flag(1));
        comesBack("small", false, row -> row.flag(1));
        comesBack("uid", UID, row -> row.uuid(1));
        comesBack("raw", new byte[] {0, -1, 127, -128}, row -> row.bytes(1));
        comesBack("raw", new byte[0], row -> row.bytes(1));
        comesBack("words", LocalDate.of(2026, 1, 31), row -> row.date(1));
    }

    @Test
    void timesAreExactToTheMicrosecondAndSort() {
        for (String time :
                List.of("2026-11-24T08:13:15.123456Z", "1969-12-31T23:59:59.999999Z", "0001-01-01T00:00:00Z")) {
            Instant instant = Instant.parse(time);
            comesBack("happened", instant, row -> row.instant(1));
        }
        assertThat(count("select count(*) from sample where happened < ?", Instant.EPOCH))
                .isEqualTo(2);
    }

    @Test
    void decimalsKeepEveryDigitAndTheirScale() {
        for (String digits : List.of("100.50", "0.00", "-1E-30", "1e9999999", "9".repeat(50_000) + ".10")) {
            BigDecimal decimal = new BigDecimal(digits);
            comesBack("amount", decimal, row -> row.decimal(1));
        }
    }

    @Test
    void nullAndEmptyAreEmptyInEveryType() {
        for (String column : List.of("words", "amount", "number", "small", "happened", "uid", "raw")) {
            isEmpty(column, null, row -> row.optionalText(1));
            isEmpty(column, Optional.empty(), row -> row.optionalBytes(1));
        }
        isEmpty("uid", null, row -> row.optionalUuid(1));
        isEmpty("happened", null, row -> row.optionalInstant(1));
        isEmpty("number", null, row -> row.optionalNumber(1));
        isEmpty("amount", null, row -> row.optionalDecimal(1));
        Optional<UUID> present = roundTrip("uid", Optional.of(UID), row -> row.optionalUuid(1));
        assertThat(present).contains(UID);
        assertThatThrownBy(() -> roundTrip("number", null, row -> row.number(1)))
                .hasMessageContaining("optional getter");
    }

    @Test
    void anArgumentOfAnotherTypeIsRefusedByName() {
        assertThatThrownBy(() -> roundTrip("number", 1.5, row -> row.number(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Double");
    }

    @Test
    void insertsGiveTheirNumbersAndUpdatesTheirCounts() {
        long first = hub.write(tx -> tx.insertReturningId("insert into sample (words) values (?) returning id", "甲"));
        long second = hub.write(tx -> tx.insertReturningId("insert into sample (words) values (?) returning id", "乙"));
        assertThat(second).isGreaterThan(first);
        assertThat(hub.<Integer>write(tx -> tx.update("update sample set small = 1")))
                .isEqualTo(2);
        List<Object[]> rows = List.of(new Object[] {1, first}, new Object[] {2, -1L});
        assertThat(hub.<int[]>write(tx -> tx.updateBatch("update sample set small = ? where id = ?", rows)))
                .containsExactly(1, 0);
    }

    @Test
    void manyKeysAreFoundInOneStatement() {
        List<UUID> uids =
                IntStream.range(0, 5_000).mapToObj(i -> new UUID(-i, i)).toList();
        hub.write(tx -> {
            BulkWriter writer =
                    tx.bulk("tally", List.of(Column.uuid("uid"), Column.text("key"), Column.number("version")));
            for (UUID uid : uids) {
                writer.add(uid, key(uid), uid.getLeastSignificantBits());
            }
            return 0;
        });
        List<UUID> wanted = uids.subList(100, 4_900);
        List<String> keys = wanted.stream().map(TransactionSuite::key).toList();
        List<Long> versions = wanted.stream().map(UUID::getLeastSignificantBits).toList();
        assertThat(found(tx -> tx.keysOfText(keys), "key")).hasSameElementsAs(wanted);
        assertThat(found(tx -> tx.keysOfUuid(wanted), "uid")).hasSameElementsAs(wanted);
        assertThat(found(tx -> tx.keysOfNumber(versions), "version")).hasSameElementsAs(wanted);
        assertThat(found(tx -> tx.keysOfText(List.of()), "key")).isEmpty();
    }

    private static String key(UUID uid) {
        return "键\"\\{,}'" + uid;
    }

    private List<UUID> found(Work<KeySet> keys, String column) {
        return hub.read(tx -> {
            KeySet set = keys.in(tx);
            return tx.query(
                    "select uid from tally where version >= ? and " + set.in(column), row -> row.uuid(1), 0, set);
        });
    }

    @Test
    void aStreamOfManyRowsStaysSmallInMemory() {
        String text = "x".repeat(250);
        hub.write(tx -> {
            BulkWriter writer = tx.bulk("sample", List.of(Column.number("number"), Column.text("words")));
            for (long i = 0; i < 200_000; i++) {
                writer.add(i, text);
            }
            return 0;
        });
        long before = usedMemory();
        AtomicLong seen = new AtomicLong();
        AtomicLong most = new AtomicLong();
        hub.read(tx -> {
            tx.forEach("select number, words from sample order by number", row -> {
                assertThat(row.number(1)).isEqualTo(seen.getAndIncrement());
                if (seen.get() % 50_000 == 0) {
                    most.accumulateAndGet(usedMemory(), Math::max);
                }
            });
            return 0;
        });
        assertThat(seen.get()).isEqualTo(200_000);
        assertThat(most.get() - before).as("bytes kept while 50 MB went by").isLessThan(20_000_000);
    }

    private static long usedMemory() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void bulkRowsHaveTheSameFormAsSingleOnes() {
        List<Column> columns = List.of(
                Column.text("words"),
                Column.decimal("amount"),
                Column.number("number"),
                Column.flag("small"),
                Column.instant("happened"),
                Column.uuid("uid"),
                Column.bytes("raw"));
        Instant time = Instant.parse("2026-11-24T08:13:15.123456Z");
        Object[] values = {"𠮷é字a", new BigDecimal("1.50"), -5L, true, time, UID, new byte[] {1, 0}};
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        hub.write(tx -> {
            tx.update("insert into sample (" + names + ") values (?, ?, ?, ?, ?, ?, ?)", values);
            BulkWriter writer = tx.bulk("sample", columns);
            writer.add(values);
            writer.add(new Object[columns.size()]);
            return 0;
        });
        List<List<String>> rows = hub.read(tx -> tx.query("select " + names + " from sample order by id", row -> {
            List<String> cells = new ArrayList<>();
            for (int i = 1; i < columns.size(); i++) {
                cells.add(row.optionalText(i).orElse("null"));
            }
            cells.add(row.optionalBytes(columns.size()).map(Arrays::toString).orElse("null"));
            return cells;
        }));
        assertThat(rows.get(1)).isEqualTo(rows.get(0)).startsWith("𠮷é字a", "1.50", "-5", "1");
        assertThat(rows.get(2)).containsOnly("null");
    }

    private <T> void comesBack(String column, T value, RowReader<T> reader) {
        Object back = roundTrip(column, value, reader);
        assertThat(back).isEqualTo(value);
    }

    private <T> void isEmpty(String column, Object value, RowReader<Optional<T>> reader) {
        Optional<T> back = roundTrip(column, value, reader);
        assertThat(back).isEmpty();
    }

    private <T> T roundTrip(String column, Object value, RowReader<T> reader) {
        return hub.write(tx -> {
            long id = insert(tx, column, value);
            return tx.first("select " + column + " from sample where id = ?", reader, id)
                    .orElseThrow();
        });
    }

    private static long insert(Transaction tx, String column, Object value) throws SQLException {
        return tx.insertReturningId("insert into sample (" + column + ") values (?) returning id", value);
    }
}
