package io.hefu.matching.sample;

import io.hefu.matching.table.Field;
import io.hefu.matching.table.Rows;
import io.hefu.matching.table.RowsBuilder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Rows with known truth. */
public final class Sample {
    private final List<Field> fields;
    private final List<String> ids = new ArrayList<>();
    private final List<List<String>> values = new ArrayList<>();
    private final Map<String, String> truths = new HashMap<>();

    private Sample(List<Field> fields) {
        this.fields = fields;
    }

    public static Sample of(List<Field> fields, Consumer<RowSink> made) {
        Sample sample = new Sample(fields);
        made.accept((id, truth, row) -> {
            sample.ids.add(id);
            sample.values.add(row);
            sample.truths.put(id, truth);
        });
        return sample;
    }

    public static Sample febrl() {
        return of(Febrl.FIELDS, Febrl::read);
    }

    public static Sample people(long seed, int rows) {
        return of(People.FIELDS, sink -> People.make(seed, rows, sink));
    }

    /** @param westernInTen how many of ten companies have a Western name */
    public static Sample firms(long seed, int rows, int westernInTen) {
        return of(Firms.FIELDS, sink -> Firms.make(seed, rows, westernInTen, sink));
    }

    public List<Field> fields() {
        return fields;
    }

    public int size() {
        return ids.size();
    }

    public String id(int i) {
        return ids.get(i);
    }

    public List<String> values(int i) {
        return values.get(i);
    }

    public String truth(int i) {
        return truths.get(ids.get(i));
    }

    public Rows rows() {
        RowsBuilder builder = new RowsBuilder(fields);
        for (int i = 0; i < ids.size(); i++) {
            builder.add(ids.get(i), 0, values.get(i));
        }
        return builder.build();
    }

    /** The same rows as if they had arrived in another order. */
    public Rows shuffled(long seed) {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(seed));
        RowsBuilder builder = new RowsBuilder(fields);
        order.forEach(i -> builder.add(ids.get(i), 0, values.get(i)));
        return builder.build();
    }

    /** Of each row which thing it is. */
    public String[] truth(Rows rows) {
        String[] truth = new String[rows.size()];
        for (int row = 0; row < truth.length; row++) {
            truth[row] = truths.get(rows.id(row));
        }
        return truth;
    }
}
