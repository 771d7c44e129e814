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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers what finance has of a customer and has not set off against any receivable yet. */
public final class CoverReader {
    private static final String RECEIVABLE = "receivable";
    private static final String CUSTOMER = "customer";

    private final Supplier<Snapshot> snapshot;
    private final GoldenRecords goldens;

    public CoverReader(Supplier<Snapshot> snapshot, GoldenRecords goldens) {
        this.snapshot = snapshot;
        this.goldens = goldens;
    }

    /** Nothing when the customer is not known; amounts in other currencies are left out. */
    Cover of(Record receivable, String currency) {
        Optional<Uid> customer = receivable
                .find(receivable.type().field(CUSTOMER))
                .filter(Reference.Known.class::isInstance)
                .map(known -> ((Reference.Known) known).uid());
        return customer.map(uid -> new Cover(unallocated(uid, currency), creditNotes(uid, currency)))
                .orElse(new Cover(nothing(currency), List.of()));
    }

    private Money unallocated(Uid customer, String currency) {
        Collection<GoldenRecord> receipts = referring("receipt", CUSTOMER, List.of(customer));
        List<Uid> uids = receipts.stream().map(GoldenRecord::uid).toList();
        Money paid = sum(receipts, currency).minus(sum(referring("allocation", "receipt", uids), currency));
        return paid.amount().signum() > 0 ? paid : nothing(currency);
    }

    private List<Cover.CreditNote> creditNotes(Uid customer, String currency) {
        List<Cover.CreditNote> notes = new ArrayList<>();
        for (GoldenRecord record : referring(RECEIVABLE, CUSTOMER, List.of(customer))) {
            Optional<Money> open = amount(record, "open", currency)
                    .filter(money -> money.amount().signum() < 0);
            open.ifPresent(money -> notes.add(new Cover.CreditNote(
                    record.merged().find("number", String.class).orElse("-"),
                    nothing(currency).minus(money))));
        }
        notes.sort(Comparator.comparing(Cover.CreditNote::number));
        return notes;
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
        return records.stream()
                .flatMap(record -> amount(record, "amount", currency).stream())
                .reduce(nothing(currency), Money::plus);
    }

    private static Optional<Money> amount(GoldenRecord record, String field, String currency) {
        return record.deleted()
                ? Optional.empty()
                : record.merged()
                        .find(field, Money.class)
                        .filter(money -> money.currency().equals(currency));
    }

    private static Money nothing(String currency) {
        return new Money(BigDecimal.ZERO, currency);
    }
}
