package io.hefu.drift;

import io.hefu.systems.ColumnType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What a batch that passed adds to what is known of its source. */
final class Learning {
    private Learning() {}

    /** The very same object when nothing was learned. */
    static KnownShape of(KnownShape known, SeenLevel seen) {
        return known.isSettled() && !teaches(known.fields(), seen)
                ? known
                : new KnownShape(known.records() + seen.records(), merged(known.fields(), seen));
    }

    /** Whether something is new to a settled shape: a field, what it holds, or that a record may lack it. */
    private static boolean teaches(Map<String, KnownField> known, SeenLevel seen) {
        if (seen.records() == 0) {
            return false;
        }
        boolean gone = known.entrySet().stream()
                .anyMatch(field -> field.getValue().isAlways()
                        && seen.source().find(field.getKey()).isPresent()
                        && seen.find(field.getKey()).isEmpty());
        return gone
                || seen.fields().stream()
                        .filter(SeenField::isMapped)
                        .anyMatch(now -> teaches(Optional.ofNullable(known.get(now.name())), now, seen.records()));
    }

    private static boolean teaches(Optional<KnownField> known, SeenField now, int records) {
        if (known.isEmpty()) {
            return true;
        }
        KnownField before = known.get();
        boolean type = before.type() == ColumnType.UNKNOWN && before.type() != now.type();
        boolean carriers = before.isAlways() && (now.carriers() < records || !before.isWellKnown());
        return type
                || carriers
                || now.inside().map(level -> teaches(before.inside(), level)).orElse(false);
    }

    private static Map<String, KnownField> merged(Map<String, KnownField> known, SeenLevel seen) {
        Map<String, KnownField> all = new LinkedHashMap<>();
        known.forEach((name, before) -> {
            if (seen.source().find(name).isPresent()) {
                all.put(name, lacked(before, seen.records()));
            }
        });
        for (SeenField now : seen.fields()) {
            if (now.isMapped()) {
                all.put(now.name(), merged(Optional.ofNullable(all.get(now.name())), now, seen.records()));
            }
        }
        return all;
    }

    private static KnownField lacked(KnownField before, int records) {
        return new KnownField(before.type(), before.carriers(), before.of() + records, before.inside());
    }

    private static KnownField merged(Optional<KnownField> counted, SeenField now, int records) {
        Map<String, KnownField> before = counted.map(KnownField::inside).orElse(Map.of());
        return new KnownField(
                counted.map(KnownField::type)
                        .filter(type -> type != ColumnType.UNKNOWN)
                        .orElse(now.type()),
                counted.map(KnownField::carriers).orElse(0L) + now.carriers(),
                counted.map(KnownField::of).orElse((long) records),
                now.inside().map(level -> merged(before, level)).orElse(before));
    }
}
