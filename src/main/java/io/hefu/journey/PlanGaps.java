package io.hefu.journey;

import io.hefu.definition.Text;
import io.hefu.delivery.Preview;
import io.hefu.ledger.Flow;
import io.hefu.ledger.ParkedRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers why a plan shows nothing of what somebody may look for in it. */
final class PlanGaps {
    /** Reasons of one target that are told; each reminder may have its own. */
    private static final int TOLD = 3;

    private final List<Plan.Absent> absent = new ArrayList<>();

    /** What of a flow waits or is quarantined as the hub stands: a plan may resume it, and mostly does not. */
    void stopped(Flow flow, Map<ParkedRecord.Kind, Long> open) {
        long waiting = open.getOrDefault(ParkedRecord.Kind.WAITING, 0L);
        long review = open.getOrDefault(ParkedRecord.Kind.REVIEW, 0L);
        long quarantined = open.getOrDefault(ParkedRecord.Kind.QUARANTINED, 0L);
        if (waiting + review + quarantined > 0) {
            absent.add(new Plan.Absent(
                    flow,
                    Text.of(
                            "此前等待 %,d 条、待人判断 %,d 条、隔离 %,d 条，放行之前不会出现在计划里（hefu held 逐条列出）",
                            "waiting %,d, in review %,d, quarantined %,d from before: not in the plan until they go on (hefu held lists each)",
                            waiting,
                            review,
                            quarantined)));
        }
    }

    /** Wanted versions that may not be told now. */
    void kept(Flow target, List<Preview.Kept> kept) {
        Map<Text, Long> reasons = new LinkedHashMap<>();
        kept.forEach(each -> reasons.merge(each.reason(), 1L, Long::sum));
        reasons.entrySet().stream()
                .limit(TOLD)
                .forEach(each -> absent.add(new Plan.Absent(
                        target, Text.of("%,d 条暂不写入：%s", "%,d not told now: %s", each.getValue(), each.getKey()))));
        long others =
                reasons.values().stream().skip(TOLD).mapToLong(Long::longValue).sum();
        if (others > 0) {
            absent.add(new Plan.Absent(
                    target, Text.of("另有 %,d 条因其他原因暂不写入", "%,d more not told now for other reasons", others)));
        }
    }

    List<Plan.Absent> all() {
        return List.copyOf(absent);
    }
}
