package io.hefu.expression;

import dev.cel.runtime.CelVariableResolver;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** What the names of a scope stand for in one evaluation. Views, never copies; one may serve many expressions. */
@SuppressWarnings("Immutable") // whatever it shows does not change while it is shown
public final class Bindings implements CelVariableResolver {
    private final String subjectName;
    private final Object subject;
    private final Object before;
    private final Set<FieldType> changed;
    private final LocalDate today;

    private Bindings(String subjectName, Object subject, Object before, Set<FieldType> changed, LocalDate today) {
        this.subjectName = subjectName;
        this.subject = subject;
        this.before = before;
        this.changed = changed;
        this.today = today;
    }

    /** A record of which no former state is asked. */
    public static Bindings ofRecord(Record record, LocalDate today) {
        return ofRecord(record, Optional.empty(), Set.of(), today);
    }

    /**
     * @param before empty for a new record
     * @param changed the fields whose value differs from before
     * @param today the day where the installation stands
     */
    public static Bindings ofRecord(Record record, Optional<Record> before, Set<FieldType> changed, LocalDate today) {
        RecordView former = new RecordView(before.orElseGet(() -> Record.empty(record.type())));
        return new Bindings(Names.RECORD, new RecordView(record), former, changed, today);
    }

    public static Bindings ofRow(SourceCells row, LocalDate today) {
        return new Bindings(Names.ROW, new RowView(row), "", Set.of(), today);
    }

    /** @param value of the class that its type names, or as a source gave it */
    public static Bindings ofValue(Object value, LocalDate today) {
        return new Bindings(Names.VALUE, RowView.adapted(value), "", Set.of(), today);
    }

    @Override
    public Optional<Object> find(String name) {
        if (name.equals(subjectName)) {
            return Optional.of(subject);
        }
        return switch (name) {
            case Names.TODAY -> Optional.of(today);
            case Names.BEFORE -> Optional.of(before);
            case Names.CHANGES -> Optional.of(this);
            default -> Optional.empty();
        };
    }

    boolean changed(String field) {
        for (FieldType each : changed) {
            if (each.name().equals(field)) {
                return true;
            }
        }
        return false;
    }
}
