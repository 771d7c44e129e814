package io.hefu.matching.bench;

import io.hefu.matching.sample.Sample;
import io.hefu.matching.table.Field;
import io.hefu.matching.table.FieldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.Levenshtein;
import no.priv.garshol.duke.databases.InMemoryBlockingDatabase;
import no.priv.garshol.duke.databases.KeyFunction;
import no.priv.garshol.duke.matchers.AbstractMatchListener;

/**
 * Duke 1.2 on the same rows: a comparator and two probabilities a field, as its guide recommends, a threshold fixed
 * beforehand, blocks by several keys, in memory.
 */
final class DukeRun {
    private static final String ID = "ID";
    /** The best of those tried for Duke, on other seeds. */
    private static final double THRESHOLD_OF_PEOPLE = 0.99;

    private static final double THRESHOLD_OF_COMPANIES = 0.95;
    private static final int WINDOW = 5;

    private DukeRun() {}

    /** Told each pair that Duke calls the same. */
    interface Pairs {
        void pair(String id1, String id2);
    }

    static void run(Sample sample, Function<Field, Function<String, String>> cleaned, Pairs pairs) {
        ConfigurationImpl configuration = new ConfigurationImpl();
        boolean companies = sample.fields().stream().anyMatch(field -> field.kind() == FieldKind.COMPANY);
        configuration.setThreshold(companies ? THRESHOLD_OF_COMPANIES : THRESHOLD_OF_PEOPLE);
        List<Property> properties = new ArrayList<>(List.of(new PropertyImpl(ID)));
        sample.fields().forEach(field -> properties.add(property(field)));
        configuration.setProperties(properties);
        InMemoryBlockingDatabase database = new InMemoryBlockingDatabase();
        database.setKeyFunctions(keys(sample.fields()));
        database.setWindowSize(WINDOW);
        database.setConfiguration(configuration);
        Processor processor = new Processor(configuration, database);
        processor.addMatchListener(new AbstractMatchListener() {
            @Override
            public void matches(Record first, Record second, double confidence) {
                pairs.pair(first.getValue(ID), second.getValue(ID));
            }
        });
        processor.deduplicate(records(sample, cleaned));
        processor.close();
    }

    private static List<Record> records(Sample sample, Function<Field, Function<String, String>> cleaned) {
        List<Record> records = new ArrayList<>();
        for (int i = 0; i < sample.size(); i++) {
            RecordImpl record = new RecordImpl();
            record.addValue(ID, sample.id(i));
            for (int k = 0; k < sample.fields().size(); k++) {
                Field field = sample.fields().get(k);
                String value = cleaned.apply(field).apply(sample.values(i).get(k));
                if (!value.isBlank()) {
                    record.addValue(field.name(), value);
                }
            }
            records.add(record);
        }
        return records;
    }

    private static Property property(Field field) {
        return switch (field.kind()) {
            case IDENTIFIER, CREDIT_CODE -> property(field, new Levenshtein(), 0.05, 0.98);
            case DATE -> property(field, new Levenshtein(), 0.1, 0.95);
            case COMPANY -> property(field, new JaroWinkler(), 0.05, 0.88);
            case GIVEN_NAME, SURNAME -> property(field, new JaroWinkler(), 0.15, 0.85);
            case PHONE -> property(field, new Levenshtein(), 0.35, 0.88);
            case MAIL -> property(field, new Levenshtein(), 0.35, 0.85);
            case DISTRICT, CODE -> property(field, new ExactComparator(), 0.45, 0.55);
            case NUMBER -> property(field, new Levenshtein(), 0.35, 0.7);
            default -> property(field, new JaroWinkler(), 0.4, 0.78);
        };
    }

    private static Property property(Field field, Comparator comparator, double low, double high) {
        return new PropertyImpl(field.name(), comparator, low, high);
    }

    /** By every field that distinguishes, and by pairs of names with something else. */
    private static List<KeyFunction> keys(List<Field> fields) {
        List<KeyFunction> keys = new ArrayList<>();
        for (Field field : fields) {
            if (field.kind() != FieldKind.DISTRICT && field.kind() != FieldKind.NUMBER && !isName(field)) {
                keys.add(key(field));
            }
        }
        for (Field name : fields) {
            for (Field other : fields) {
                if (isName(name)
                        && (other.kind() == FieldKind.NUMBER || other.kind() == FieldKind.SURNAME)
                        && name != other) {
                    keys.add(key(name, other));
                }
            }
        }
        return keys;
    }

    private static boolean isName(Field field) {
        return field.kind() == FieldKind.GIVEN_NAME || field.kind() == FieldKind.SURNAME;
    }

    private static KeyFunction key(Field... fields) {
        return record -> {
            StringBuilder key = new StringBuilder();
            for (Field field : fields) {
                String value = record.getValue(field.name());
                // rows that say nothing must not meet for that
                key.append(value == null ? record.getValue(ID) : value).append('|');
            }
            return key.toString();
        };
    }
}
