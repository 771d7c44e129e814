package io.hefu.receivables;

import io.hefu.definition.Text;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Reference;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenRecords;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a reminder's text can name. */
final class ReminderValues {
    private ReminderValues() {}

    /**
     * @param open the balance as just read from its system
     * @param company whose mail it is
     */
    static Map<String, String> of(
            Record receivable,
            Money open,
            LocalDate today,
            GoldenRecords goldens,
            Optional<Text> company,
            Locale language) {
        Map<String, Text> values = new LinkedHashMap<>();
        Optional<LocalDate> due = receivable.find("due", LocalDate.class);
        values.put("customer", word(referred(receivable, "customer", goldens), "name"));
        values.put("receivable", word(Optional.of(receivable), "number"));
        values.put("order", word(referred(receivable, "order", goldens), "number"));
        values.put("open", amount(open));
        values.put(
                "gross",
                receivable
                        .find("gross", Money.class)
                        .map(ReminderValues::amount)
                        .orElse(Text.same("")));
        values.put("due", due.map(ReminderValues::date).orElse(Text.same("")));
        values.put("days", Text.same(due.map(date -> days(date, today)).orElse("")));
        values.put("salesperson", word(Reminders.salesperson(receivable, goldens), "name"));
        values.put("company", company.orElse(Text.NONE));
        Map<String, String> words = new LinkedHashMap<>();
        values.forEach((name, text) -> {
            if (!text.in(language).isEmpty()) {
                words.put(name, text.in(language));
            }
        });
        return words;
    }

    static Optional<Record> referred(Record record, String field, GoldenRecords goldens) {
        return record.type()
                .find(field)
                .flatMap(record::find)
                .filter(Reference.Known.class::isInstance)
                .map(known -> ((Reference.Known) known).uid())
                .flatMap(uid -> Optional.ofNullable(goldens.find(List.of(uid)).get(uid)))
                .map(GoldenRecord::merged);
    }

    private static Text word(Optional<Record> record, String field) {
        return Text.same(
                record.flatMap(found -> found.find(field, String.class)).orElse(""));
    }

    private static String days(LocalDate due, LocalDate today) {
        return Long.toString(Math.abs(ChronoUnit.DAYS.between(due, today)));
    }

    private static Text date(LocalDate date) {
        String zh = date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
        return Text.of(zh, date.toString());
    }

    private static Text amount(Money money) {
        DecimalFormat format = new DecimalFormat("#,##0.00######", DecimalFormatSymbols.getInstance(Locale.ROOT));
        String figure = format.format(money.amount());
        return money.currency().equals("CNY")
                ? Text.of("¥" + figure, "CNY " + figure)
                : Text.same(money.currency() + " " + figure);
    }
}
