package io.hefu.mapping;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Map;

/**
 * The order of a record's children by one of their cells, the same whatever order their system gives them in. Numbers go by
 * size, also those that are written as text; then comes everything else; last those that say nothing. Equals stay as they are.
 */
record ChildOrder(String column) implements Comparator<Object> {
    private static final int NUMBER = 0;
    private static final int OTHER = 1;
    private static final int NOTHING = 2;

    @Override
    public int compare(Object one, Object other) {
        Object left = cell(one);
        Object right = cell(other);
        int rank = rank(left);
        if (rank != rank(right)) {
            return Integer.compare(rank, rank(right));
        }
        return switch (rank) {
            case NUMBER -> new BigDecimal(written(left)).compareTo(new BigDecimal(written(right)));
            case OTHER -> compareOthers(left, right);
            default -> 0;
        };
    }

    private Object cell(Object child) {
        return ((Map<?, ?>) child).get(column);
    }

    private static int rank(Object cell) {
        if (cell == null) {
            return NOTHING;
        }
        return cell instanceof Number || written(cell).matches("-?[0-9]{1,30}") ? NUMBER : OTHER;
    }

    private static String written(Object cell) {
        return cell.toString().strip();
    }

    @SuppressWarnings("unchecked")
    private static int compareOthers(Object left, Object right) {
        return left instanceof Comparable<?> && left.getClass() == right.getClass()
                ? ((Comparable<Object>) left).compareTo(right)
                : left.getClass().getName().compareTo(right.getClass().getName());
    }
}
