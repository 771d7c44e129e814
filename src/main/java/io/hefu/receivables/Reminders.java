package io.hefu.receivables;

import io.hefu.definition.Snapshot;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenRecords;
import io.hefu.rules.Effect;
import io.hefu.rules.Firing;
import io.hefu.rules.Letterhead;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reminders that are due (003 「到期前7天、当天、逾期后3日」). A reminder's number is made of the receivable, the step, the due date
 * and whom it goes to: that is its identity, so there is at most one of each, however often and in however many processes
 * the rule fires. A due date that moved makes a new one.
 */
public final class Reminders implements Derivation {
    @Override
    public String of() {
        return "receivable";
    }

    @Override
    public List<Derived> derive(
            Optional<GoldenRecord> before,
            GoldenRecord after,
            List<Firing> firings,
            GoldenRecords goldens,
            Snapshot snapshot,
            LocalDate today) {
        List<Derived> derived = new ArrayList<>();
        for (Firing firing : firings) {
            if (firing.applies() && firing.effect() instanceof Effect.Remind remind) {
                reminder(after, remind, goldens, snapshot).ifPresent(derived::add);
            }
        }
        return derived;
    }

    private static Optional<Derived> reminder(
            GoldenRecord golden, Effect.Remind remind, GoldenRecords goldens, Snapshot snapshot) {
        Record receivable = golden.merged();
        Optional<String> number = receivable.find("number", String.class);
        Optional<LocalDate> due = receivable.find("due", LocalDate.class);
        if (number.isEmpty() || due.isEmpty()) {
            return Optional.empty();
        }
        EntityType type = snapshot.part(Dictionary.class).entity("reminder");
        String audience = remind.to().name().toLowerCase(Locale.ROOT);
        String identity =
                String.join("/", number.get(), remind.step(), due.get().toString(), audience);
        Record reminder = Record.empty(type)
                .with(type.field("number"), identity)
                .with(type.field("receivable"), new Reference.Known(golden.uid()))
                .with(type.field("step"), remind.step())
                .with(type.field("due"), due.get())
                .with(type.field("template"), remind.template())
                .with(type.field("language"), language(receivable, remind, goldens, snapshot))
                .with(
                        type.field("recipient"),
                        recipient(receivable, remind, goldens).orElse(""));
        Record whole = receivable
                .find(receivable.type().field("customer"))
                .map(customer -> reminder.with(type.field("customer"), customer))
                .orElse(reminder);
        return Optional.of(new Derived.Another(identity, whole));
    }

    /** Empty when nobody's address is known; the guard then skips it and says so. */
    private static Optional<String> recipient(Record receivable, Effect.Remind remind, GoldenRecords goldens) {
        Optional<Record> person = remind.to() == Effect.Recipient.CUSTOMER
                ? ReminderValues.referred(receivable, "customer", goldens)
                : salesperson(receivable, goldens);
        return person.flatMap(found -> found.find("mail", String.class));
    }

    /** Of the receivable, else of its order, else of the customer. */
    static Optional<Record> salesperson(Record receivable, GoldenRecords goldens) {
        return ReminderValues.referred(receivable, "salesperson", goldens)
                .or(() -> ReminderValues.referred(receivable, "order", goldens)
                        .flatMap(order -> ReminderValues.referred(order, "salesperson", goldens)))
                .or(() -> ReminderValues.referred(receivable, "customer", goldens)
                        .flatMap(customer -> ReminderValues.referred(customer, "salesperson", goldens)));
    }

    private static String language(Record receivable, Effect.Remind remind, GoldenRecords goldens, Snapshot snapshot) {
        EntityType contact = snapshot.part(Dictionary.class).entity("contact");
        ReminderLanguage language = new ReminderLanguage(
                goldens, contact, snapshot.part(Letterhead.class).language());
        return remind.to() == Effect.Recipient.CUSTOMER
                ? language.ofCustomer(ReminderValues.referred(receivable, "customer", goldens))
                : language.ofSalesperson(salesperson(receivable, goldens));
    }
}
