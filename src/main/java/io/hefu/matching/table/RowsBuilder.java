package io.hefu.matching.table;

import io.hefu.matching.compare.Values;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes rows as they arrive and codes them; no object a row or a value is kept. */
public final class RowsBuilder {
    private static final int FIRST_CAPACITY = 1024;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final Field.RowReader reader;
    private final List<Trait> traits;
    private final boolean within;
    private final int[] partners;
    private final Values[] values;
    private final int[][] codes;
    private final Values names = new Values();
    private int[] ids = new int[FIRST_CAPACITY];
    private byte[] sources = new byte[FIRST_CAPACITY];
    private int size;

    public RowsBuilder(List<Field> fields) {
        this(fields, true);
    }

    /** @param within whether two rows of one file may be the same thing */
    public RowsBuilder(List<Field> fields, boolean within) {
        this.within = within;
        this.reader = Field.reader(fields);
        this.traits = Field.traits(fields);
        this.partners = Field.partners(fields);
        this.values = new Values[traits.size()];
        this.codes = new int[traits.size()][FIRST_CAPACITY];
        // partners share their values, so that those can be compared across
        Arrays.setAll(values, i -> partners[i] >= 0 && partners[i] < i ? values[partners[i]] : new Values());
    }

    /**
     * @param texts the fields' values as they stand in the source; blank where there is none
     * @return whether the id is new; a row whose id was there before is not taken
     */
    public boolean add(String id, int source, List<String> texts) {
        int known = names.size();
        int code = names.code(id);
        if (code <= known) {
            return false;
        }
        grow();
        ids[size] = code;
        sources[size] = (byte) source;
        String[] read = reader.read(texts);
        for (int i = 0; i < read.length; i++) {
            codes[i][size] = values[i].code(read[i]);
        }
        size++;
        return true;
    }

    public int size() {
        return size;
    }

    /** Ends the taking of rows. */
    public Rows build() {
        int[] order = order();
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < codes.length; i++) {
            values[i].trim();
            columns.add(Column.of(traits.get(i), partners[i], ordered(codes[i], order), values[i]));
            codes[i] = new int[0];
        }
        byte[] ordered = new byte[size];
        for (int i = 0; i < size; i++) {
            ordered[i] = sources[order[i]];
        }
        names.trim();
        return new Rows(List.copyOf(columns), ordered(ids, order), names, ordered, within);
    }

    private static int[] ordered(int[] codes, int[] order) {
        int[] ordered = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            ordered[i] = codes[order[i]];
        }
        return ordered;
    }

    /** By content, then by id: the hash of a row depends on nothing else. */
    private int[] order() {
        long[] hashes = new long[size];
        for (int row = 0; row < size; row++) {
            long hash = 0;
            for (int i = 0; i < codes.length; i++) {
                hash = (hash ^ values[i].hash(codes[i][row])) * MIX;
                hash ^= hash >>> 29;
            }
            hash = hash >>> 32 << 32 | names.hash(ids[row]) & 0xFFFFFFFFL;
            hashes[row] = hash;
        }
        int[] order = KeyOrder.sorted(hashes);
        settleTies(hashes, order);
        return order;
    }

    /** Rows whose hashes collide stand in the order of their ids. */
    private void settleTies(long[] sortedHashes, int[] order) {
        int from = 0;
        while (from < order.length) {
            int to = from + 1;
            while (to < order.length && sortedHashes[to] == sortedHashes[from]) {
                to++;
            }
            if (to - from > 1) {
                Integer[] tied = Arrays.stream(order, from, to).boxed().toArray(Integer[]::new);
                Arrays.sort(tied, (a, b) -> names.text(ids[a]).compareTo(names.text(ids[b])));
                for (int i = from; i < to; i++) {
                    order[i] = tied[i - from];
                }
            }
            from = to;
        }
    }

    private void grow() {
        if (size == ids.length) {
            int larger = size + size / 2;
            ids = Arrays.copyOf(ids, larger);
            sources = Arrays.copyOf(sources, larger);
            for (int i = 0; i < codes.length; i++) {
                codes[i] = Arrays.copyOf(codes[i], larger);
            }
        }
    }
}
