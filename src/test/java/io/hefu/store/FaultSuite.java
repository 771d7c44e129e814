package io.hefu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What goes wrong says what happened, where and what to try, in both languages, and whether to try again. */
abstract class FaultSuite extends OnOneDatabase {

    @Test
    void aMissingTableSaysSo() {
        StoreException e = failure(() -> hub.read(tx -> tx.update("select * from nowhere")));
        assertThat(e.retryable()).isFalse();
        assertThat(e).hasMessageContaining("nowhere").hasMessageContaining("中枢数据库");
    }

    @Test
    void aBrokenReferenceIsFatalAndNoConflict() {
        StoreException e = failure(
                () -> hub.write(tx -> tx.update("insert into part (number, part, payload) values (404, 1, 'orphan')")));
        assertThat(e).isNotInstanceOf(ConflictException.class);
        assertThat(e.retryable()).isFalse();
        assertThat(e.en()).contains("constraint");
    }

    @Test
    void aSecondOpeningFindsWhatTheFirstCommitted() {
        hub.write(tx -> tx.update("insert into tally (uid, key, version) values (?, '键', 1)", UUID.randomUUID()));
        try (HubDatabase second = HubDatabase.open(settings, TABLES)) {
            assertThat(second.<String>read(tx -> tx.first("select key from tally", row -> row.text(1))
                            .orElseThrow()))
                    .isEqualTo("键");
        }
    }

    @Test
    void thoseWhoOpenAnEmptyDatabaseAtOnceAllSucceed() {
        HubSettings empty = another();
        IntStream.range(0, 4)
                .parallel()
                .forEach(i -> HubDatabase.open(empty, TABLES).close());
        try (HubDatabase opened = HubDatabase.open(empty, TABLES)) {
            assertThat(opened.<Long>read(tx -> tx.first("select count(*) from head", row -> row.number(1))
                            .orElseThrow()))
                    .isZero();
        }
    }

    abstract HubSettings another();

    static StoreException failure(Runnable action) {
        return catchThrowableOfType(StoreException.class, action::run);
    }
}
