package io.hefu.receivables;

import io.hefu.crosswalk.Crosswalk;
import io.hefu.crosswalk.Link;
import io.hefu.definition.Snapshot;
import io.hefu.definition.Text;
import io.hefu.dictionary.Record;
import io.hefu.golden.GoldenRecord;
import io.hefu.mapping.ChildJoin;
import io.hefu.mapping.MappedRow;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import io.hefu.mapping.ReadSide;
import io.hefu.systems.Connections;
import io.hefu.systems.Row;
import io.hefu.systems.SystemConnection;
import io.hefu.systems.SystemFault;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads a receivable again from the system whose word counts on its open balance. */
public final class BalanceReader {
    /** What was found. */
    public sealed interface Balance {
        /** @param receivable as its system says it now; references are as the source says them */
        record Fresh(Record receivable) implements Balance {}

        /** It could not be read: nothing may be concluded. */
        record Unknown(Text reason) implements Balance {}
    }

    private final Supplier<Snapshot> snapshot;
    private final Crosswalk crosswalk;
    private final Connections connections;

    public BalanceReader(Supplier<Snapshot> snapshot, Crosswalk crosswalk, Connections connections) {
        this.snapshot = snapshot;
        this.crosswalk = crosswalk;
        this.connections = connections;
    }

    public Balance read(GoldenRecord receivable) {
        List<String> authority = receivable.entity().field("open").authority();
        Optional<Link> link =
                crosswalk.linksOf(List.of(receivable.uid())).getOrDefault(receivable.uid(), List.of()).stream()
                        .filter(found -> found.primary() && found.present())
                        .filter(found -> authority.isEmpty() || authority.contains(found.system()))
                        .findFirst();
        if (link.isEmpty()) {
            return new Balance.Unknown(Text.of("它在记账系统里没有记录", "it has no record in the system that keeps the balance"));
        }
        Optional<Mapping> mapping = snapshot.get()
                .part(Mappings.class)
                .find(link.get().system(), link.get().entity());
        return mapping.filter(found -> found.read().isPresent())
                .map(found -> read(found, link.get()))
                .orElseGet(() -> new Balance.Unknown(Text.of("该系统已不再读取", "that system is no longer read")));
    }

    private Balance read(Mapping mapping, Link link) {
        ReadSide side = mapping.read().orElseThrow();
        try {
            SystemConnection connection = connections.to(mapping.system());
            List<Row> rows = new ChildJoin(side, connection)
                    .join(connection.rowsWith(side.resource(), side.key(), List.of(link.key())));
            if (rows.size() != 1) {
                return new Balance.Unknown(Text.of(
                        "%s 中按键 %s 读到 %s 条", "%s gave key %s %s times", link.system(), link.key(), rows.size()));
            }
            return mapping.toRecord(rows.get(0)) instanceof MappedRow.Mapped mapped
                    ? new Balance.Fresh(mapped.record())
                    : new Balance.Unknown(Text.of("读到的记录无法理解", "what was read is not understood"));
        } catch (SystemFault fault) {
            return new Balance.Unknown(Text.of("%s：%s", "%s: %s", fault.system(), fault.what()));
        }
    }
}
