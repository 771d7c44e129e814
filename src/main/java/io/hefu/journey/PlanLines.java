package io.hefu.journey;

import io.hefu.crosswalk.Link;
import io.hefu.definition.Snapshot;
import io.hefu.definition.Text;
import io.hefu.delivery.CellText;
import io.hefu.delivery.Preview;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Identity;
import io.hefu.ledger.Equation;
import io.hefu.ledger.Flow;
import io.hefu.mapping.Mapping;
import io.hefu.systems.Systems;
import io.hefu.systems.WriteOperation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Gathers a plan's lines and what their money sums to. */
final class PlanLines {
    /** The amount that finance would look at first. */
    private static final List<String> MAIN_AMOUNTS = List.of("gross", "open", "amount", "expected");

    private record Place(String target, String entity, String operation, String currency) {}

    private final Snapshot snapshot;
    private final List<String> order;
    private final HubState state;
    private final List<Plan.Line> lines = new ArrayList<>();
    private final Map<Place, List<BigDecimal>> amounts = new LinkedHashMap<>();

    PlanLines(Snapshot snapshot, HubState state) {
        this.snapshot = snapshot;
        this.order = ReadingOrder.entities(snapshot.part(Dictionary.class));
        this.state = state;
    }

    void add(Mapping writer, Preview.Sheet sheet) {
        boolean enabled = snapshot.part(Systems.class)
                .find(writer.system())
                .map(system -> system.writing(writer.entity().name()).enabled())
                .orElse(false);
        for (Preview.Line line : sheet.lines()) {
            String operation = sign(line.operation());
            lines.add(new Plan.Line(
                    writer.system(),
                    writer.entity().name(),
                    operation,
                    identity(line.golden()),
                    line.key(),
                    cells(line),
                    enabled,
                    reversible(writer, line.operation())));
            mainAmount(line.golden().merged())
                    .ifPresent(money -> amounts.computeIfAbsent(
                                    new Place(writer.system(), writer.entity().name(), operation, money.currency()),
                                    place -> new ArrayList<>())
                            .add(money.amount()));
        }
    }

    Plan plan(Instant at, Map<Flow, Equation> equations, Map<Flow, Text> troubles, List<Plan.Absent> absent) {
        List<Plan.Total> totals = new ArrayList<>();
        amounts.forEach((place, sums) -> totals.add(new Plan.Total(
                place.target(),
                place.entity(),
                place.operation(),
                place.currency(),
                sums.size(),
                sums.stream().reduce(BigDecimal.ZERO, BigDecimal::add))));
        // New UIDs differ from plan to plan; the lines must not.
        lines.sort(Comparator.comparing(Plan.Line::target)
                .thenComparing(line -> order.indexOf(line.entity()))
                .thenComparing(Plan.Line::operation)
                .thenComparing(Plan.Line::identity));
        return new Plan(Plan.idOf(lines), at, snapshot.version(), equations, troubles, absent, lines, totals);
    }

    private static List<Plan.Cell> cells(Preview.Line line) {
        return line.after().entrySet().stream()
                .map(cell -> new Plan.Cell(
                        cell.getKey(),
                        Optional.ofNullable(line.before().get(cell.getKey())).map(CellText::of),
                        CellText.of(cell.getValue())))
                .toList();
    }

    private static String sign(WriteOperation operation) {
        return switch (operation) {
            case CREATE -> "+";
            case UPDATE -> "~";
            case DELETE -> "-";
        };
    }

    private String identity(GoldenRecord golden) {
        return Identity.businessKey(golden.merged())
                .map(key -> key.substring(key.indexOf('=') + 1))
                .or(() ->
                        state.crosswalk().linksOf(List.of(golden.uid())).getOrDefault(golden.uid(), List.of()).stream()
                                .filter(Link::primary)
                                .map(link -> link.system() + "/" + link.key())
                                .findFirst())
                .orElseGet(() -> golden.uid().toString());
    }

    private static Optional<Money> mainAmount(Record record) {
        return MAIN_AMOUNTS.stream()
                .flatMap(field -> Stream.of(record.type().find(field)).flatMap(Optional::stream))
                .flatMap(field -> record.find(field).stream())
                .filter(Money.class::isInstance)
                .map(Money.class::cast)
                .findFirst();
    }

    private static Text reversible(Mapping writer, WriteOperation operation) {
        boolean deletes = writer.write().orElseThrow().deletes();
        return switch (operation) {
            case UPDATE -> Text.of("可撤销", "reversible");
            case CREATE ->
                deletes ? Text.of("可撤销", "reversible") : Text.of("只能用对冲单据撤销", "reversible by a counter-document");
            case DELETE -> Text.of("不可撤销", "not reversible");
        };
    }
}
