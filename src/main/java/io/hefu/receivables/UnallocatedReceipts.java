package io.hefu.receivables;

import io.hefu.definition.Snapshot;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenRecords;
import io.hefu.golden.Identity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a customer paid that finance has not allocated to any receivable yet. */
public final class UnallocatedReceipts {
    private final Supplier<Snapshot> snapshot;
    private final GoldenRecords goldens;

    public UnallocatedReceipts(Supplier<Snapshot> snapshot, GoldenRecords goldens) {
        this.snapshot = snapshot;
        this.goldens = goldens;
    }

    /** Empty when the customer is not known; amounts in other currencies are left out. */
    public Optional<Money> of(Record receivable, String currency) {
        Optional<Uid> customer = receivable
                .find(receivable.type().field("customer"))
                .filter(Reference.Known.class::isInstance)
                .map(known -> ((Reference.Known) known).uid());
        return customer.map(uid -> {
            Collection<GoldenRecord> receipts = referring("receipt", "customer", List.of(uid));
            List<Uid> uids = receipts.stream().map(GoldenRecord::uid).toList();
            Money paid = sum(receipts, currency);
            return paid.minus(sum(referring("allocation", "receipt", uids), currency));
        });
    }

    private Collection<GoldenRecord> referring(String entity, String field, List<Uid> uids) {
        EntityType type = snapshot.get().part(Dictionary.class).entity(entity);
        List<String> words =
                uids.stream().map(uid -> Identity.lookupText(uid.toString())).toList();
        List<Uid> found = new ArrayList<>();
        goldens.byLookup(type, type.field(field), words).values().forEach(found::addAll);
        return goldens.find(found).values();
    }

    private static Money sum(Collection<GoldenRecord> records, String currency) {
        Money sum = new Money(BigDecimal.ZERO, currency);
        for (GoldenRecord record : records) {
            Optional<Money> amount = record.merged().find("amount", Money.class);
            if (!record.deleted()
                    && amount.isPresent()
                    && amount.get().currency().equals(currency)) {
                sum = sum.plus(amount.get());
            }
        }
        return sum;
    }
}
