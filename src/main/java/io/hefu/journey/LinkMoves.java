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
     * The absorbed one's links as the survivor's: primary only where the survivor has no primary in that system.
     *
     * @param links of both
     */
    static List<Link> to(Uid survivor, Map<Uid, List<Link>> links) {
        Set<String> primaries = primaries(links.getOrDefault(survivor, List.of()));
        return links.entrySet().stream()
                .filter(of -> !of.getKey().equals(survivor))
                .flatMap(of -> of.getValue().stream())
                .map(link -> named(link, survivor, link.primary() && !primaries.contains(link.system())))
                .toList();
    }

    /** Those of the absorbed one's former links that still name the survivor. */
    static List<Link> back(Merge merge, List<Merges.Key> former, List<Link> now) {
        Map<List<String>, Boolean> primary = new HashMap<>();
        former.forEach(key -> primary.put(List.of(key.system(), key.entity(), key.key()), key.primary()));
        return now.stream()
                .filter(link -> primary.containsKey(place(link)))
                .map(link -> named(link, merge.absorbed(), primary.get(place(link))))
                .toList();
    }

    /** The systems in which these links are the ones that are written to. */
    static Set<String> primaries(List<Link> links) {
        return links.stream().filter(Link::primary).map(Link::system).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> place(Link link) {
        return List.of(link.system(), link.entity(), link.key());
    }

    private static Link named(Link link, Uid uid, boolean primary) {
        return new Link(
                link.system(),
                link.entity(),
                link.key(),
                uid,
                primary,
                link.fingerprint(),
                link.deliveredVersion(),
                link.present());
    }
}
