package io.hefu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hefu.definition.Text;
import io.hefu.ledger.ParkedRecord.Decision;
import io.hefu.ledger.ParkedRecord.Kind;
import io.hefu.ledger.ParkedRecord.State;
import io.hefu.ledger.ParkedRecords.Filter;
import io.hefu.store.ConflictException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits or is quarantined: it is found again, and an older version never comes back. */
abstract class ParkedSuite extends OnOneHub {
    private static final Flow QUOTES = new Flow("erp", "quote");
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final Text REASON = Text.of("金额“一百”不是数字", "the amount “一百” is no number");

    private ParkedRecords parked;

    @BeforeEach
    void openLedger() {
        parked = Ledger.of(hub).parked();
    }

    private void park(long batch, NewParked... records) {
        hub.write(tx -> {
            parked.park(tx, batch, NOON.plusSeconds(batch), List.of(records));
            return true;
        });
    }

    private int supersede(String... keys) {
        return hub.write(tx -> parked.supersede(tx, QUOTES, List.of(keys), NOON));
    }

    private void resume(long... ids) {
        hub.write(tx -> {
            parked.resume(tx, java.util.Arrays.stream(ids).boxed().toList(), NOON);
            return true;
        });
    }

    private static NewParked faulty(String key) {
        return NewParked.quarantined(QUOTES, key, List.of(REASON), "{\"no\":\"" + key + "\"}");
    }

    private static NewParked waiting(String key, Awaited... awaited) {
        return NewParked.waiting(QUOTES, key, List.of(REASON), "{}", List.of(awaited));
    }

    private List<ParkedRecord> open(Kind kind) {
        return parked.list(Filter.open(kind, 0, 100));
    }

    @Test
    void aQuarantinedRecordKeepsItsRowAndItsReason() {
        park(1, faulty("Q-1"));
        ParkedRecord record = open(Kind.QUARANTINED).get(0);
        assertThat(record.key()).isEqualTo("Q-1");
        assertThat(record.reasons()).containsExactly(REASON);
        assertThat(record.payload()).contains("{\"no\":\"Q-1\"}");
        assertThat(record.batch()).isEqualTo(1);
        assertThat(parked.find(record.id())).contains(record);
    }

    @Test
    void aRowOfBrokenTextIsKeptAsItIs() {
        park(
                1,
                NewParked.quarantined(
                        QUOTES, "k\uD83D\u0000", List.of(Text.same("half \uD83D")), "{\"a\":\"\uD83D \uD83D\uDE00\"}"));
        ParkedRecord record = open(Kind.QUARANTINED).get(0);
        assertThat(record.payload()).contains("{\"a\":\"\\ud83d \uD83D\uDE00\"}");
        assertThat(record.key()).isEqualTo("k\\ud83d\\u0000");
        assertThat(supersede("k\uD83D\u0000")).isEqualTo(1);
    }

    @Test
    void aNewerVersionTakesThePlaceOfTheParkedOne() {
        park(1, faulty("Q-1"), faulty("Q-2"));
        park(2, waiting("Q-1", new Awaited.Key("erp", "customer", "7")));
        assertThat(open(Kind.QUARANTINED)).extracting(ParkedRecord::key).containsExactly("Q-2");
        assertThat(open(Kind.WAITING)).extracting(ParkedRecord::key).containsExactly("Q-1");
        assertThat(parked.list(Filter.all(10)))
                .extracting(ParkedRecord::state)
                .containsExactly(State.SUPERSEDED, State.OPEN, State.OPEN);
    }

    @Test
    void ofTwoVersionsInOneBatchTheLaterIsOpenAndBothAreKept() {
        park(1, faulty("Q-1"), faulty("Q-1"));
        assertThat(parked.list(Filter.all(10)))
                .extracting(ParkedRecord::state)
                .containsExactly(State.SUPERSEDED, State.OPEN);
    }

    @Test
    void aVersionThatWentThroughClosesTheParkedOne() {
        park(1, faulty("Q-1"), faulty("Q-2"));
        assertThat(supersede("Q-1", "Q-9")).isEqualTo(1);
        assertThat(open(Kind.QUARANTINED)).extracting(ParkedRecord::key).containsExactly("Q-2");
    }

    @Test
    void releasingAnOlderVersionChangesNothing() {
        park(1, faulty("Q-1"));
        long older = open(Kind.QUARANTINED).get(0).id();
        supersede("Q-1");
        assertThatThrownBy(() -> resume(older)).isInstanceOf(ConflictException.class);
        assertThat(parked.find(older).orElseThrow().state()).isEqualTo(State.SUPERSEDED);
    }

    @Test
    void aResumedRecordIsClosedOnce() {
        park(1, faulty("Q-1"), faulty("Q-2"));
        List<ParkedRecord> both = open(Kind.QUARANTINED);
        resume(both.get(0).id());
        assertThatThrownBy(() -> resume(both.get(0).id(), both.get(1).id())).isInstanceOf(ConflictException.class);
        assertThat(parked.find(both.get(1).id()).orElseThrow().state()).isEqualTo(State.OPEN);
    }

    @Test
    void aDiscardedRecordSaysWhoAndWhy() {
        park(1, faulty("Q-1"));
        long id = open(Kind.QUARANTINED).get(0).id();
        assertThat(parked.discard(id, new Decision("王芳", "test entry"), NOON)).isTrue();
        assertThat(parked.discard(id, new Decision("李强", "too late"), NOON)).isFalse();
        ParkedRecord record = parked.find(id).orElseThrow();
        assertThat(record.state()).isEqualTo(State.DISCARDED);
        assertThat(record.decision()).contains(new Decision("王芳", "test entry"));
        assertThat(record.closed()).contains(NOON);
    }

    @Test
    void aWaitingRecordIsFoundByAnythingItWaitsFor() {
        Awaited customer = new Awaited.Key("erp", "customer", "客-7");
        Awaited order = new Awaited.BusinessKey("order", "number=DD-1");
        park(
                1,
                waiting("Q-1", customer, order),
                waiting("Q-2", customer),
                waiting("Q-3", new Awaited.Key("crm", "customer", "客-7")));
        assertThat(parked.waitingFor(List.of(customer)))
                .extracting(ParkedRecord::key)
                .containsExactly("Q-1", "Q-2");
        assertThat(parked.waitingFor(List.of(order, customer)))
                .extracting(ParkedRecord::key)
                .containsExactly("Q-1", "Q-2");
        assertThat(parked.waitingFor(List.of(order)).get(0).awaited()).containsExactlyInAnyOrder(customer, order);
        supersede("Q-1");
        assertThat(parked.waitingFor(List.of(order))).isEmpty();
    }

    @Test
    void retentionClosesOpenOnesAndForgetsTheRowsOfClosedOnes() {
        park(1, faulty("Q-1"));
        park(100, faulty("Q-2"));
        assertThat(parked.expire(NOON.plusSeconds(50), NOON.plusSeconds(200))).isEqualTo(1);
        assertThat(parked.forget(NOON.plusSeconds(199))).isZero();
        assertThat(parked.forget(NOON.plusSeconds(201))).isEqualTo(1);
        assertThat(parked.list(Filter.all(10)))
                .extracting(ParkedRecord::state, record -> record.payload().isPresent())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(State.EXPIRED, false),
                        org.assertj.core.groups.Tuple.tuple(State.OPEN, true));
    }

    @Test
    void listsAreFilteredAndPaged() {
        park(1, faulty("Q-1"), faulty("Q-2"), waiting("Q-3"));
        long first = open(Kind.QUARANTINED).get(0).id();
        assertThat(parked.list(Filter.open(Kind.QUARANTINED, first, 1)))
                .extracting(ParkedRecord::key)
                .containsExactly("Q-2");
        assertThat(parked.list(new Filter(
                        Optional.empty(),
                        Optional.of(State.OPEN),
                        Optional.of("erp"),
                        Optional.of("quote"),
                        Optional.of("Q-3"),
                        0,
                        9)))
                .hasSize(1);
        assertThat(parked.open()).isEqualTo(Map.of(QUOTES, Map.of(Kind.QUARANTINED, 2L, Kind.WAITING, 1L)));
        assertThat(parked.anyOpen(QUOTES)).isTrue();
        assertThat(parked.anyOpen(new Flow("crm", "quote"))).isFalse();
    }
}
