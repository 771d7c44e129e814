package io.hefu.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Compares what was acknowledged with what is there, from outside the killed process. */
final class DurabilityJudge {

    /**
     * @param acknowledged how many numbers were acknowledged
     * @param lost how many of them are not there
     * @param torn how many transactions are there in part
     */
    record Verdict(long acknowledged, long lost, long torn) {}

    private DurabilityJudge() {}

    static int partsOf(long number) {
        return (int) (1 + number % 4);
    }

    static String payload(long number, int part) {
        return number + "/" + part + "合符";
    }

    static Verdict judge(HubSettings settings, Set<Long> acknowledged) {
        try (HubDatabase hub = HubDatabase.open(settings, OnOneDatabase.TABLES)) {
            return hub.read(tx -> {
                Map<Long, Integer> heads = new HashMap<>();
                tx.forEach("select number, parts from head", row -> heads.put(row.number(1), row.integer(2)));
                Map<Long, Set<String>> parts = new HashMap<>();
                tx.forEach(
                        "select number, payload from part",
                        row -> parts.computeIfAbsent(row.number(1), n -> new HashSet<>())
                                .add(row.text(2)));
                return verdict(acknowledged, heads, parts);
            });
        }
    }

    private static Verdict verdict(Set<Long> acknowledged, Map<Long, Integer> heads, Map<Long, Set<String>> parts) {
        Set<Long> seen = new HashSet<>(heads.keySet());
        seen.addAll(parts.keySet());
        long torn = seen.stream().filter(number -> !whole(number, heads, parts)).count();
        long lost = acknowledged.stream().filter(n -> !heads.containsKey(n)).count();
        return new Verdict(acknowledged.size(), lost, torn);
    }

    private static boolean whole(long number, Map<Long, Integer> heads, Map<Long, Set<String>> parts) {
        Set<String> wanted = new HashSet<>();
        for (int part = 1; part <= partsOf(number); part++) {
            wanted.add(payload(number, part));
        }
        return heads.getOrDefault(number, 0) == partsOf(number)
                && parts.getOrDefault(number, Set.of()).equals(wanted);
    }
}
