package io.hefu.receivables;

import io.hefu.definition.Snapshot;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenRecords;
import io.hefu.rules.Firing;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * The payment plan of an approved order, from its payment terms (003 「订单审批完成后自动同步至财务模块」). The instalments sum to the
 * order's gross amount to the cent: the last one takes what rounding left. A due date is known when its event has a date:
 * of an order its date, of a shipment its promised delivery; else it is left out.
 */
public final class PaymentPlans implements Derivation {
    private static final String APPROVED = "approved";

    @Override
    public String of() {
        return "order";
    }

    @Override
    public List<Derived> derive(
            Optional<GoldenRecord> before,
            GoldenRecord after,
            List<Firing> firings,
            GoldenRecords goldens,
            Snapshot snapshot,
            LocalDate today) {
        Record order = after.merged();
        Optional<Money> gross = order.find("gross", Money.class);
        Optional<List<Terms.Step>> steps = order.find("paymentTerms", String.class)
                .flatMap(terms ->
                        Optional.ofNullable(snapshot.part(Terms.class).steps().get(terms)));
        boolean approved =
                order.find("state", String.class).filter(APPROVED::equals).isPresent();
        if (!approved || gross.isEmpty() || steps.isEmpty()) {
            return List.of();
        }
        FieldType plan = order.type().field("paymentPlan");
        EntityType instalment = snapshot.part(Dictionary.class).entity("instalment");
        List<Record> instalments = instalments(order, gross.get(), steps.get(), instalment);
        return List.of(new Derived.OnSame(Record.empty(order.type()).with(plan, instalments)));
    }

    private static List<Record> instalments(Record order, Money gross, List<Terms.Step> steps, EntityType type) {
        List<Record> instalments = new ArrayList<>(steps.size());
        Money left = gross;
        for (int i = 0; i < steps.size(); i++) {
            Terms.Step step = steps.get(i);
            Money amount = i == steps.size() - 1 ? left : share(gross, step.share());
            left = left.minus(amount);
            Record instalment = Record.empty(type)
                    .with(type.field("number"), (long) i + 1)
                    .with(type.field("event"), step.event())
                    .with(type.field("share"), step.share())
                    .with(type.field("gross"), amount);
            Optional<LocalDate> due = eventDate(order, step.event()).map(date -> date.plusDays(step.days()));
            instalments.add(
                    due.map(date -> instalment.with(type.field("due"), date)).orElse(instalment));
        }
        return instalments;
    }

    private static Money share(Money gross, BigDecimal share) {
        int scale = Math.max(
                minorUnits(gross.currency()),
                gross.amount().stripTrailingZeros().scale());
        return new Money(gross.amount().multiply(share).setScale(scale, RoundingMode.HALF_UP), gross.currency());
    }

    /** Nobody can pay a third of a yen. */
    private static int minorUnits(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknown) {
            return 2;
        }
    }

    private static Optional<LocalDate> eventDate(Record order, String event) {
        return switch (event) {
            case "order" -> order.find("date", LocalDate.class);
            case "shipment" -> order.find("delivery", LocalDate.class);
            default -> Optional.empty();
        };
    }
}
