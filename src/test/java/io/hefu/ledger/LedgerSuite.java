package io.hefu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.ledger.Change.Field;
import io.hefu.ledger.RuleClocks.RuleClock;
import io.hefu.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The books of the ledger, on a real database. */
abstract class LedgerSuite extends OnOneHub {
    private static final Flow ORDERS = new Flow("erp", "order");
    private static final Flow LEADS = new Flow("crm", "opportunity");
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private Ledger ledger;

    @BeforeEach
    void openLedger() {
        ledger = Ledger.of(hub);
    }

    private static Equation equation(long read, long applied, long unchanged, long waiting, long faulty, long dropped) {
        return new Equation(read, applied, unchanged, waiting, faulty, dropped, 1, 2, 3, 4);
    }

    private void enter(long number, Flow flow, Equation equation) {
        hub.write(tx -> {
            ledger.batches().enter(tx, new Batch(number, flow, "a1b2", NOON, equation));
            return true;
        });
    }

    @Test
    void aBatchThatAddsUpIsEnteredAsItIs() {
        enter(1, ORDERS, equation(10, 4, 3, 2, 1, 0));
        assertThat(ledger.batches().find(1)).contains(new Batch(1, ORDERS, "a1b2", NOON, equation(10, 4, 3, 2, 1, 0)));
    }

    @Test
    void aBatchThatDoesNotAddUpIsRefusedAsAWhole() {
        assertThatThrownBy(() -> hub.write(tx -> {
                    ledger.positions().move(tx, new Positions.Position(ORDERS, "p2", 1, NOON));
                    ledger.batches().enter(tx, new Batch(1, ORDERS, "a1b2", NOON, equation(10, 4, 3, 2, 0, 0)));
                    return true;
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("does not add up (10 = 4 applied + 3 unchanged + 2 waiting");
        assertThat(ledger.positions().find(ORDERS)).isEmpty();
    }

    @Test
    void theDatabaseItselfRefusesABatchThatDoesNotAddUp() {
        enter(1, ORDERS, equation(2, 2, 0, 0, 0, 0));
        assertThatThrownBy(() -> hub.write(tx -> tx.update("update batch set rows_read = 3")))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void countsThatCancelEachOtherOutDoNotAddUp() {
        assertThat(equation(1, 2, -1, 0, 0, 0).addsUp()).isFalse();
    }

    @Test
    void totalsTieOutOverAllBatchesOfAFlow() {
        enter(1, ORDERS, equation(10, 4, 3, 2, 1, 0));
        enter(2, ORDERS, equation(5, 0, 5, 0, 0, 0));
        enter(3, LEADS, equation(1, 0, 0, 0, 0, 1));
        assertThat(ledger.batches().totals().get(ORDERS).read()).isEqualTo(15);
        assertThat(ledger.batches().totals().get(ORDERS).of(Disposition.UNCHANGED))
                .isEqualTo(8);
        assertThat(ledger.batches().list(Optional.of("erp"), Optional.empty(), Optional.of(2L), 9))
                .extracting(Batch::number)
                .containsExactly(1L);
    }

    @Test
    void batchNumbersGrowAlsoAfterARestart() {
        long last = 0;
        for (int i = 0; i < 2_500; i++) {
            long next = ledger.batches().reserve();
            assertThat(next).isGreaterThan(last);
            last = next;
        }
        assertThat(Ledger.of(hub).batches().reserve()).isGreaterThan(last);
    }

    @Test
    void aPositionMovesWithItsBatchOrNotAtAll() {
        move("p1", 1);
        assertThatThrownBy(() -> hub.write(tx -> {
                    ledger.positions().move(tx, new Positions.Position(ORDERS, "p2", 2, NOON));
                    throw new IllegalStateException("the batch failed");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(ledger.positions().find(ORDERS)).contains("p1");
        move("p3", 3);
        assertThat(ledger.positions().all()).containsExactly(new Positions.Position(ORDERS, "p3", 3, NOON));
    }

    private void move(String position, long batch) {
        hub.write(tx -> {
            ledger.positions().move(tx, new Positions.Position(ORDERS, position, batch, NOON));
            return true;
        });
    }

    @Test
    void onlyACompleteSweepCounts() {
        long broken = ledger.sweeps().begin(ORDERS, NOON);
        assertThat(ledger.sweeps().lastComplete(ORDERS)).isEmpty();
        long whole = ledger.sweeps().begin(ORDERS, NOON.plusSeconds(60));
        hub.write(tx -> {
            ledger.sweeps().complete(tx, whole, NOON.plusSeconds(90), 800, 2);
            return true;
        });
        Sweeps.Sweep last = ledger.sweeps().lastComplete(ORDERS).orElseThrow();
        assertThat(last.id()).isEqualTo(whole).isNotEqualTo(broken);
        assertThat(last.age(NOON.plusSeconds(3_660))).isEqualTo(Duration.ofHours(1));
        assertThat(ledger.sweeps().lastComplete()).containsExactly(last);
    }

    @Test
    void aPauseKeepsSinceWhenAndTakesTheNewReason() {
        ledger.pauses().pause(new Pauses.Pause(LEADS, NOON, Text.of("缺少字段", "a field is missing"), Text.NONE, false));
        ledger.pauses()
                .pause(new Pauses.Pause(
                        LEADS, NOON.plusSeconds(9), Text.of("还缺", "still missing"), Text.same("x"), true));
        assertThat(ledger.pauses().all())
                .containsExactly(new Pauses.Pause(LEADS, NOON, Text.of("还缺", "still missing"), Text.same("x"), true));
        assertThat(ledger.pauses().find(ORDERS)).isEmpty();
        assertThat(ledger.pauses().resume(LEADS)).isTrue();
        assertThat(ledger.pauses().resume(LEADS)).isFalse();
    }

    @Test
    void aRecordsHistoryIsItsChangesInOrder() {
        Uid uid = Uid.create();
        Change second = new Change(
                uid, 3, 12, List.of(new Field("phone", Optional.of("旧"), Optional.empty(), "", Change.Kind.CHANGED)));
        Change first = new Change(
                uid,
                2,
                11,
                List.of(
                        new Field("stage", Optional.of("need"), Optional.of("offer"), "crm", Change.Kind.HELD),
                        new Field("name", Optional.empty(), Optional.of(""), "erp", Change.Kind.CHANGED)));
        hub.write(tx -> {
            ledger.changes().enter(tx, List.of(second, first, new Change(uid, 9, 9, List.of())));
            return true;
        });
        assertThat(ledger.changes().history(uid)).containsExactly(first, second);
        assertThat(ledger.changes().history(Uid.create())).isEmpty();
    }

    @Test
    void clocksAreDueInTheirOrderAndMoveWhenSetAgain() {
        RuleClock early = new RuleClock(Uid.create(), "remind", "receivable", NOON);
        RuleClock late = new RuleClock(Uid.create(), "remind", "receivable", NOON.plusSeconds(60));
        RuleClock moved = new RuleClock(late.uid(), "remind", "receivable", NOON.minusSeconds(60));
        set(List.of(early, late));
        assertThat(ledger.ruleClocks().dueUntil(NOON, 10)).containsExactly(early);
        set(List.of(moved));
        assertThat(ledger.ruleClocks().dueUntil(NOON, 10)).containsExactly(moved, early);
        hub.write(tx -> {
            ledger.ruleClocks().clear(tx, List.of(late, early));
            return true;
        });
        assertThat(ledger.ruleClocks().dueUntil(NOON, 10)).containsExactly(moved);
    }

    private void set(List<RuleClock> clocks) {
        hub.write(tx -> {
            ledger.ruleClocks().set(tx, clocks);
            return true;
        });
    }

    @Test
    void theLastAcceptedShapeIsKept() {
        for (String shape : List.of("v1", "v2")) {
            hub.write(tx -> {
                ledger.sourceShapes().keep(tx, "crm", "leads", shape, NOON);
                return true;
            });
        }
        assertThat(ledger.sourceShapes().find("crm", "leads")).contains("v2");
        assertThat(ledger.sourceShapes().find("crm", "other")).isEmpty();
    }
}
