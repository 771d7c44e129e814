package io.hefu.receivables;

import io.hefu.definition.Snapshot;
import io.hefu.definition.Text;
import io.hefu.delivery.Precondition;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenRecords;
import io.hefu.rules.Letterhead;
import io.hefu.rules.Template;
import io.hefu.rules.Templates;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks once more, just before a reminder is sent: is it still owed, is the due date still the same, does nobody hold it,
 * and could nothing that finance has not allocated yet cover it, a receipt or a credit note? Then writes the text with the balance just read.
 */
public final class ReminderGuard implements Precondition {
    private static final Duration STALE_PAUSE = Duration.ofMinutes(10);
    private static final Duration COVERED_PAUSE = Duration.ofHours(12);

    /** A few cents that a bank fee left over would otherwise silence reminders for good. */
    private static final BigDecimal RESIDUE = new BigDecimal("0.01");

    private static final String BEFORE_DUE = "before-due";

    private final Supplier<Snapshot> snapshot;
    private final GoldenRecords goldens;
    private final BalanceReader balances;
    private final CoverReader covers;
    private final UnreadReceipts unread;
    private final ZoneId zone;

    public ReminderGuard(
            Supplier<Snapshot> snapshot,
            GoldenRecords goldens,
            BalanceReader balances,
            CoverReader covers,
            UnreadReceipts unread,
            ZoneId zone) {
        this.snapshot = snapshot;
        this.goldens = goldens;
        this.balances = balances;
        this.covers = covers;
        this.unread = unread;
        this.zone = zone;
    }

    @Override
    public String of() {
        return "reminder";
    }

    @Override
    public Decision before(GoldenRecord golden, Instant now) {
        Record reminder = golden.merged();
        Optional<GoldenRecord> receivable = receivable(reminder);
        if (receivable.isEmpty() || receivable.get().deleted()) {
            return new Decision.Skip(Text.of("应收款已不存在", "the receivable is gone"));
        }
        if (reminder.find("recipient", String.class)
                .filter(mail -> mail.contains("@"))
                .isEmpty()) {
            return new Decision.Skip(Text.of(
                    "没有收件人的邮箱：业务员或客户资料里缺少邮箱",
                    "nobody's mail address is known: it is missing at the salesperson or the customer"));
        }
        return held(receivable.get().merged(), now).orElseGet(() -> owed(reminder, receivable.get(), now));
    }

    private Optional<Decision> held(Record receivable, Instant now) {
        boolean hold = receivable.find("hold", Boolean.class).orElse(false);
        boolean over = receivable
                .find("holdUntil", LocalDate.class)
                .map(until -> until.isBefore(LocalDate.ofInstant(now, zone)))
                .orElse(false);
        if (!hold || over) {
            return Optional.empty();
        }
        String reason = receivable.find("holdReason", String.class).orElse("-");
        return Optional.of(new Decision.Skip(Text.of("财务已暂停催款：%s", "finance put reminders on hold: %s", reason)));
    }

    private Decision owed(Record reminder, GoldenRecord receivable, Instant now) {
        BalanceReader.Balance balance = balances.read(receivable);
        if (balance instanceof BalanceReader.Balance.Unknown unknown) {
            Text reason = Text.of("发送前无法复核余额：%s", "the balance could not be read again: %s", unknown.reason());
            return new Decision.Wait(reason, now.plus(STALE_PAUSE));
        }
        Record fresh = ((BalanceReader.Balance.Fresh) balance).receivable();
        Optional<Decision> held = held(fresh, now);
        if (held.isPresent()) {
            return held.get();
        }
        if (!fresh.find("due", LocalDate.class).equals(reminder.find("due", LocalDate.class))) {
            return new Decision.Skip(Text.of("到期日已改变", "the due date has changed"));
        }
        if (comesTooLate(reminder, now)) {
            return new Decision.Skip(
                    Text.of("已到期，到期前的提醒不再发", "the due date has come: a reminder before it is too late"));
        }
        Optional<Money> open = fresh.find("open", Money.class);
        if (open.isEmpty() || open.get().amount().signum() <= 0) {
            return new Decision.Skip(Text.of("已付清", "it is paid"));
        }
        return uncovered(reminder, receivable.merged(), open.get(), now);
    }

    /** What was put off by an outage or a wait must not tell of a date to come that is past. */
    private boolean comesTooLate(Record reminder, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        boolean before =
                reminder.find("step", String.class).filter(BEFORE_DUE::equals).isPresent();
        return before
                && reminder.find("due", LocalDate.class)
                        .filter(due -> !today.isBefore(due))
                        .isPresent();
    }

    private Decision uncovered(Record reminder, Record receivable, Money open, Instant now) {
        Optional<Text> unseen = unread.why();
        if (unseen.isPresent()) {
            Text reason = Text.of("收款没有全部读到：%s", "not every receipt was read: %s", unseen.get());
            return new Decision.Wait(reason, now.plus(STALE_PAUSE));
        }
        Cover cover = covers.of(receivable, open.currency());
        if (isMoreThanAResidue(cover.sum(), open)) {
            return new Decision.Wait(cover.reason(), now.plus(COVERED_PAUSE));
        }
        return written(reminder, receivable, open, now);
    }

    private static boolean isMoreThanAResidue(Money cover, Money open) {
        BigDecimal residue = open.amount().multiply(RESIDUE);
        return cover.amount().signum() > 0 && cover.amount().compareTo(residue) >= 0;
    }

    private Decision written(Record reminder, Record receivable, Money open, Instant now) {
        Optional<Template> template = reminder.find("template", String.class)
                .flatMap(id -> snapshot.get().part(Templates.class).find(id));
        if (template.isEmpty()) {
            return new Decision.Skip(Text.of("邮件模板不存在", "its mail template does not exist"));
        }
        Locale language =
                Locale.forLanguageTag(reminder.find("language", String.class).orElse("zh"));
        LocalDate today = LocalDate.ofInstant(now, zone);
        Optional<Text> company = snapshot.get().part(Letterhead.class).company();
        Map<String, String> values = ReminderValues.of(receivable, open, today, goldens, company, language);
        Record filled = reminder.with(
                        reminder.type().field("subject"), template.get().subject(language, values))
                .with(reminder.type().field("body"), template.get().body(language, values));
        return new Decision.Send(Optional.of(filled));
    }

    private Optional<GoldenRecord> receivable(Record reminder) {
        return reminder.find(reminder.type().field("receivable"))
                .filter(Reference.Known.class::isInstance)
                .map(known -> ((Reference.Known) known).uid())
                .flatMap(uid -> Optional.ofNullable(goldens.find(List.of(uid)).get(uid)));
    }
}
