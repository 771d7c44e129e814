package io.hefu.journey;

import io.hefu.definition.Snapshot;
import io.hefu.definition.Text;
import io.hefu.ledger.Flow;
import io.hefu.ledger.Ledger;
import io.hefu.ledger.ParkedRecord;
import io.hefu.mapping.Mappings;
import io.hefu.receivables.UnreadReceipts;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether the receipts were read: their flow neither paused nor failed, and none in quarantine. One that waits for its
 * customer is no matter, since it is nobody's of whom the hub could remind.
 */
public final class ReceiptsSeen implements UnreadReceipts {
    private static final String RECEIPT = "receipt";

    private final Supplier<Snapshot> snapshot;
    private final Ledger ledger;
    private final Flows flows;

    public ReceiptsSeen(Supplier<Snapshot> snapshot, Ledger ledger, Flows flows) {
        this.snapshot = snapshot;
        this.ledger = ledger;
        this.flows = flows;
    }

    @Override
    public Optional<Text> why() {
        return snapshot.get().part(Mappings.class).all().stream()
                .filter(mapping -> mapping.entity().name().equals(RECEIPT)
                        && mapping.read().isPresent())
                .map(mapping -> new Flow(mapping.system(), RECEIPT))
                .flatMap(flow -> why(flow).stream())
                .findFirst();
    }

    private Optional<Text> why(Flow flow) {
        if (ledger.pauses().find(flow).isPresent()) {
            return Optional.of(Text.of("%s 的读取已暂停", "the reading of %s is paused", flow));
        }
        Flows.Health health = flows.healths().get(flow);
        if (health != null && health.state() == Flows.State.FAILED) {
            return Optional.of(Text.of("%s 最近一次读取失败", "the last reading of %s failed", flow));
        }
        return ledger.parked()
                .firstOpen(flow, ParkedRecord.Kind.QUARANTINED)
                .map(record -> Text.of(
                        "%s 中键为 %s 的收款被隔离，可能是这笔款",
                        "the receipt of %s with key %s is quarantined and may be this payment", flow, record.key()));
    }
}
