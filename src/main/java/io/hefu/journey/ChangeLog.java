package io.hefu.journey;

import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.golden.Changed;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Hold;
import io.hefu.golden.Provenance;
import io.hefu.golden.Survivorship;
import io.hefu.ledger.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a batch changed, field by field, as the change log keeps it. */
final class ChangeLog {
    private static final String WHOLE_RECORD = "*";

    private ChangeLog() {}

    static List<Change> of(ChangeSet changes) {
        List<Change> log = new ArrayList<>(changes.changed().size());
        for (Changed changed : changes.changed()) {
            List<Change.Field> fields = fields(changed, changes.context().system());
            GoldenRecord after = changed.after();
            log.add(new Change(after.uid(), after.version(), changes.context().batch(), fields));
        }
        return log;
    }

    private static List<Change.Field> fields(Changed changed, String system) {
        GoldenRecord before = changed.before();
        GoldenRecord after = changed.after();
        List<Change.Field> fields = new ArrayList<>();
        for (FieldType field : Survivorship.changed(before, after)) {
            fields.add(new Change.Field(
                    field.name(),
                    shown(before.merged(), field),
                    shown(after.merged(), field),
                    after.provenance(field).map(Provenance::system).orElse(""),
                    Change.Kind.CHANGED));
        }
        held(before, after, fields);
        if (before.deleted() != after.deleted()) {
            fields.add(new Change.Field(
                    WHOLE_RECORD,
                    Optional.empty(),
                    Optional.empty(),
                    system,
                    after.deleted() ? Change.Kind.DELETED : Change.Kind.RETURNED));
        }
        return fields;
    }

    private static void held(GoldenRecord before, GoldenRecord after, List<Change.Field> into) {
        Map<String, Object> known = new HashMap<>();
        before.holds().forEach(hold -> known.put(hold.field().name(), hold.value()));
        for (Hold hold : after.holds()) {
            if (!hold.value().equals(known.get(hold.field().name()))) {
                into.add(new Change.Field(
                        hold.field().name(),
                        shown(after.merged(), hold.field()),
                        Optional.of(hold.value().toString()),
                        hold.provenance().system(),
                        Change.Kind.HELD));
            }
        }
    }

    private static Optional<String> shown(Record record, FieldType field) {
        return record.find(field).map(Object::toString);
    }
}
