package io.hefu.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class FaultIT extends FaultSuite {

    @Override
    HubSettings anEmptyDatabase() {
        return PostgresForTests.fresh();
    }

    @Override
    HubSettings another() {
        return PostgresForTests.fresh();
    }

    @Test
    void theServerOfTheseTestsSyncsEveryCommit() {
        for (String setting : new String[] {"fsync", "full_page_writes", "synchronous_commit"}) {
            assertThat(hub.<String>write(tx -> tx.first("select current_setting(?)", row -> row.text(1), setting)
                            .orElseThrow()))
                    .as(setting)
                    .isEqualTo("on");
        }
    }

    @Test
    void aLostConnectionIsRetryableAndKeepsNothing() {
        StoreException e = failure(() -> hub.write(tx -> {
            tx.update("insert into head (number, parts) values (1, 1)");
            return tx.first("select pg_terminate_backend(pg_backend_pid())", row -> row.text(1));
        }));
        assertThat(e.retryable()).isTrue();
        assertThat(e.outcomeUnknown()).isFalse();
        assertThat(count("select count(*) from head")).isZero();
        hub.write(tx -> tx.update("insert into head (number, parts) values (1, 1)"));
    }

    @Test
    void aServerThatIsNotThereIsRetryable() {
        StoreException e = failure(() -> HubDatabase.open(new HubSettings(
                "jdbc:postgresql://127.0.0.1:1/hub?password=geheim", Optional.of("u"), Optional.of("geheim"))));
        assertThat(e.retryable()).isTrue();
        assertThat(e.en()).contains("127.0.0.1", "check that the server runs");
        assertNoSecret(e);
    }

    @Test
    void aRefusedLoginIsFatalAndShowsNoPassword() {
        String url = settings.url().replaceFirst("\\?.*", "");
        StoreException e =
                failure(() -> HubDatabase.open(new HubSettings(url, Optional.of("nobody"), Optional.of("geheim"))));
        assertThat(e.retryable()).isFalse();
        assertNoSecret(e);
    }

    private static void assertNoSecret(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            assertThat(String.valueOf(at.getMessage())).doesNotContain("geheim");
        }
    }
}
