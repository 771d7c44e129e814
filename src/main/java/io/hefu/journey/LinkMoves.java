package io.hefu.journey;

import io.hefu.crosswalk.Link;
import io.hefu.crosswalk.Merge;
import io.hefu.crosswalk.Merges;
import io.hefu.dictionary.Uid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which keys name another UID when things are made one, or two again. */
final class LinkMoves {
    private LinkMoves() {}

    /**
     * The absorbed one's links as the survivor's: primary only where the survivor has no living primary in that system.
     *
     * @param links of both
     */
    static List<Link> to(Uid survivor, Map<Uid, List<Link>> links) {
        Set<String> primaries = primaries(present(links.getOrDefault(survivor, List.of())));
        return links.entrySet().stream()
                .filter(of -> !of.getKey().equals(survivor))
                .flatMap(of -> of.getValue().stream())
                .map(link -> link.naming(survivor).asPrimary(link.primary() && !primaries.contains(link.system())))
                .toList();
    }

    /** Primary keys of the survivor that their system no longer has, where one of the absorbed one's keys takes the place. */
    static List<Link> superseded(Uid survivor, Map<Uid, List<Link>> links, List<Link> moved) {
        Set<String> taken = primaries(moved);
        return links.getOrDefault(survivor, List.of()).stream()
                .filter(link -> link.primary() && taken.contains(link.system()))
                .map(link -> link.asPrimary(false))
                .toList();
    }

    private static List<Link> present(List<Link> links) {
        return links.stream().filter(Link::present).toList();
    }

    /** Those of the absorbed one's former links that still name the survivor. */
    static List<Link> back(Merge merge, List<Merges.Key> former, List<Link> now) {
        Map<List<String>, Boolean> primary = new HashMap<>();
        former.forEach(key -> primary.put(List.of(key.system(), key.entity(), key.key()), key.primary()));
        return now.stream()
                .filter(link -> primary.containsKey(place(link)))
                // While it was a duplicate it was not heard.
                .map(link -> link.primary() ? link : link.unheard())
                .map(link -> link.naming(merge.absorbed()).asPrimary(primary.get(place(link))))
                .toList();
    }

    /** Where the survivor is left without a primary, its own key is that again. */
    static List<Link> promoted(List<Link> now, List<Link> moved) {
        Set<List<String>> gone = moved.stream().map(LinkMoves::place).collect(Collectors.toSet());
        List<Link> left =
                now.stream().filter(link -> !gone.contains(place(link))).toList();
        Set<String> primaries = primaries(left);
        Map<String, Link> first = new HashMap<>();
        left.stream()
                .filter(link -> !primaries.contains(link.system()))
                .forEach(link -> first.putIfAbsent(link.system(), link));
        return first.values().stream()
                .map(link -> link.unheard().asPrimary(true))
                .toList();
    }

    /** The systems in which these links are the ones that are written to. */
    static Set<String> primaries(List<Link> links) {
        return links.stream().filter(Link::primary).map(Link::system).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> place(Link link) {
        return List.of(link.system(), link.entity(), link.key());
    }
}
