package io.hefu.delivery;

import io.hefu.crosswalk.CrosswalkTables;
import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.store.CrashPoint;
import io.hefu.store.HubDatabase;
import io.hefu.systems.OutgoingRow;
import io.hefu.systems.SystemFault;
import io.hefu.systems.WriteOperation;
import io.hefu.systems.WriteResult;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One round of deliveries to one place: prepare, intend, write, bind, confirm. */
final class DeliveryRound {
    private final Place place;
    private final HubDatabase database;
    private final WantedTables wanted;
    private final Preparation preparation;
    private final Binding binding;
    private final Confirmation confirmation;

    DeliveryRound(
            Place place,
            HubDatabase database,
            WantedTables wanted,
            CrosswalkTables crosswalk,
            Preparation preparation) {
        this.place = place;
        this.database = database;
        this.wanted = wanted;
        this.preparation = preparation;
        this.binding = new Binding(place, database, wanted, crosswalk);
        this.confirmation = new Confirmation(place, database, crosswalk);
    }

    Told tell(List<Wanted> due) {
        Preparation.Sorted sorted = preparation.sort(due);
        binding.keep(sorted.settled(), sorted.kept());
        Told told = new Told(0, 0, 0, 0, 0, sorted.kept().size(), 0, 0);
        Recovery recovery = new Recovery(place);
        List<Prepared> ready = new ArrayList<>();
        List<Delivered> recovered = new ArrayList<>();
        for (Prepared prepared : sorted.ready()) {
            if (recovery.concerns(prepared)) {
                recovery.ask(prepared, ready, recovered);
            } else {
                ready.add(prepared);
            }
        }
        told = told.plus(binding.bind(recovered, Optional.empty()));
        Confirmation.Checked checked = confirmation.checkUnmoved(ready);
        binding.keep(List.of(), checked.moved());
        return told.plus(send(checked.still(), Optional.empty()));
    }

    Told load(WantedLoad load, List<Wanted> all, Map<Uid, GoldenRecord> records) {
        Preparation.Sorted sorted = preparation.sort(all, records);
        Recovery recovery = new Recovery(place);
        List<Prepared> ready = new ArrayList<>();
        List<Delivered> recovered = new ArrayList<>();
        for (Prepared prepared : sorted.ready()) {
            if (recovery.concerns(prepared)) {
                recovery.ask(prepared, ready, recovered);
            } else {
                ready.add(prepared);
            }
        }
        Told told = binding.bind(recovered, Optional.empty());
        if (!sorted.kept().isEmpty()) {
            binding.keep(List.of(), sorted.kept());
        }
        if (ready.isEmpty()) {
            database.write(tx -> {
                wanted.done(tx, load);
                return 0;
            });
            return told.plus(new Told(0, 0, 0, 0, 0, Math.max(1, sorted.kept().size()), 0, 0));
        }
        return told.plus(send(ready, Optional.of(load)));
    }

    private Told send(List<Prepared> ready, Optional<WantedLoad> load) {
        intend(ready, load);
        Map<WriteOperation, List<Prepared>> byOperation = new EnumMap<>(WriteOperation.class);
        ready.forEach(prepared -> byOperation
                .computeIfAbsent(prepared.operation(), operation -> new ArrayList<>())
                .add(prepared));
        List<Delivered> delivered = new ArrayList<>(ready.size());
        byOperation.forEach((operation, group) -> delivered.addAll(write(operation, group)));
        CrashPoint.AFTER_REMOTE_WRITE.reached();
        CrashPoint.AFTER_SEND.reached();
        Told told = binding.bind(delivered, load);
        CrashPoint.AFTER_BIND.reached();
        confirmation.confirm(delivered);
        CrashPoint.AFTER_CONFIRM.reached();
        return told;
    }

    private void intend(List<Prepared> ready, Optional<WantedLoad> load) {
        List<Uid> creates = ready.stream()
                .filter(prepared -> prepared.operation() == WriteOperation.CREATE)
                .map(prepared -> prepared.wanted().uid())
                .toList();
        if (creates.isEmpty()) {
            return;
        }
        database.write(tx -> {
            if (load.isPresent()) {
                wanted.intend(tx, load.get());
            } else {
                wanted.intend(tx, place.target(), place.entity(), creates);
            }
            return 0;
        });
        CrashPoint.AFTER_INTENT.reached();
    }

    private List<Delivered> write(WriteOperation operation, List<Prepared> group) {
        List<OutgoingRow> rows = group.stream().map(Prepared::row).toList();
        List<Delivered> delivered = new ArrayList<>(group.size());
        try {
            List<WriteResult> results = place.connection()
                    .write(place.side().resource(), place.side().key(), operation, rows);
            for (int i = 0; i < group.size(); i++) {
                delivered.add(new Delivered(group.get(i), results.get(i)));
            }
        } catch (SystemFault fault) {
            WriteResult all = ofFault(fault);
            group.forEach(prepared -> delivered.add(new Delivered(prepared, all)));
        }
        return delivered;
    }

    private static WriteResult ofFault(SystemFault fault) {
        Text reason = Text.of("%s；可尝试：%s", "%s; try: %s", fault.what(), fault.attempt());
        return fault.kind() == SystemFault.Kind.UNKNOWN
                ? new WriteResult.Unknown(reason)
                : new WriteResult.Rejected(reason, fault.retryable());
    }
}
