package io.hefu.journey;

import io.hefu.crosswalk.Link;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.Identity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Which of two that are the same thing is proposed to go on. */
public final class Survivor {
    private Survivor() {}

    /**
     * The one that the system of record of its number knows; else the one that more systems know; else the one with
     * the smaller number.
     *
     * @param links of both
     */
    public static GoldenRecord of(GoldenRecord one, GoldenRecord other, Map<Uid, List<Link>> links) {
        Comparator<GoldenRecord> better = Comparator.<GoldenRecord>comparingInt(record -> rank(record, links))
                .thenComparingLong(record -> -systems(record, links))
                .thenComparing(record -> Identity.businessKey(record.merged()).orElse("\uffff"))
                .thenComparing(GoldenRecord::uid);
        return better.compare(one, other) <= 0 ? one : other;
    }

    private static int rank(GoldenRecord record, Map<Uid, List<Link>> links) {
        List<String> authority = record.entity().keys().stream()
                .flatMap(List::stream)
                .findFirst()
                .map(FieldType::authority)
                .orElse(List.of());
        return links.getOrDefault(record.uid(), List.of()).stream()
                .filter(Link::present)
                .mapToInt(link -> authority.indexOf(link.system()))
                .filter(place -> place >= 0)
                .min()
                .orElse(Integer.MAX_VALUE);
    }

    private static long systems(GoldenRecord record, Map<Uid, List<Link>> links) {
        return links.getOrDefault(record.uid(), List.of()).stream()
                .filter(Link::present)
                .map(Link::system)
                .distinct()
                .count();
    }
}
