package io.hefu.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Conditions that are only there when they were asked for, with their arguments. */
final class Where {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> args = new ArrayList<>();

    /** @param condition with one place */
    Where and(String condition, Optional<?> value) {
        value.ifPresent(given -> and(condition, given));
        return this;
    }

    Where and(String condition, Object value) {
        sql.append(sql.isEmpty() ? " where " : " and ").append(condition);
        args.add(value);
        return this;
    }

    String sql() {
        return sql.toString();
    }

    /** The arguments of the conditions, then the further ones. */
    Object[] args(Object... further) {
        List<Object> all = new ArrayList<>(args);
        all.addAll(List.of(further));
        return all.toArray();
    }
}
