package io.hefu.expression;

import static io.hefu.expression.TradeDictionary.record;

import io.hefu.definition.Position;
import io.hefu.definition.Violations;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.LocalDate;
import java.util.List;

/** Prints how many guards a thread evaluates in a second of its processor time; run by hand, since a figure is no test. */
public final class ExpressionSpeed {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 30);

    private ExpressionSpeed() {}

    public static void main(String[] arguments) {
        Record pdf = record("document", "sha256", "a", "kind", "offer", "mediaType", "application/pdf");
        Record offer = record(
                "opportunity",
                "stage",
                "offer",
                "expected",
                Money.of("100", "CNY"),
                "expectedClose",
                TODAY,
                "documents",
                List.of(pdf));
        measure("two comparisons", "record.stage == 'signed' || record.stage == 'lost'", offer);
        measure(
                "a gate over documents",
                "record.stage == 'offer' && !record.documents.exists(d, has(d.kind) && d.kind == 'offer'"
                        + " && has(d.mediaType) && d.mediaType == 'application/pdf')",
                offer);
        measure(
                "the same, another stage",
                "record.stage == 'offer' && !record.documents.exists(d, has(d.kind) && d.kind == 'offer'"
                        + " && has(d.mediaType) && d.mediaType == 'application/pdf')",
                record("opportunity", "stage", "signed"));
        measure("money", "has(record.expected) && record.expected.over('50000 CNY')", offer);
        measure("dates", "has(record.expectedClose) && daysBetween(record.expectedClose, today) > 7", offer);
    }

    private static void measure(String name, String text, Record record) {
        CompiledExpression expression = new Expressions(TradeDictionary.DICTIONARY, new WorkCalendar(List.of()))
                .compile(text, Position.of("speed"), new Scope.OverRecord(record.type()), Result.FLAG, new Violations())
                .orElseThrow();
        int turns = 2_000_000;
        for (int round = 0; round < 4; round++) {
            long start = THREADS.getCurrentThreadCpuTime();
            int hits = 0;
            for (int i = 0; i < turns; i++) {
                hits += expression.isTrue(Bindings.ofRecord(record, TODAY)) ? 1 : 0;
            }
            double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
            System.out.printf("%-24s %,12.0f a second (%d true)%n", name, turns / seconds, hits);
        }
    }
}
