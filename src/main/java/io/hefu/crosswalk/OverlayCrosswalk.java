package io.hefu.crosswalk;

import io.hefu.dictionary.Uid;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.TreeMap;

/** Links with changes in memory above others: what the world would be after a plan. Not thread-safe. */
public final class OverlayCrosswalk implements Crosswalk {
    private record Place(String system, String entity) {}

    private final Crosswalk base;
    private final Map<Place, SortedMap<String, Link>> changes = new HashMap<>();

    public OverlayCrosswalk(Crosswalk base) {
        this.base = base;
    }

    public void put(Link link) {
        changes.computeIfAbsent(new Place(link.system(), link.entity()), place -> new TreeMap<>(KeyOrder.BY_BYTES))
                .put(link.key(), link);
    }

    /** What the overlay changed. */
    public List<Link> changes() {
        return changes.values().stream()
                .flatMap(links -> links.values().stream())
                .toList();
    }

    @Override
    public Map<String, Link> find(String system, String entity, Collection<String> keys) {
        Map<String, Link> found = new HashMap<>(base.find(system, entity, keys));
        SortedMap<String, Link> above = above(system, entity);
        for (String key : keys) {
            if (above.containsKey(key)) {
                found.put(key, above.get(key));
            }
        }
        return found;
    }

    @Override
    public Map<Uid, List<Link>> linksOf(Collection<Uid> uids) {
        Map<Uid, List<Link>> found = new LinkedHashMap<>();
        base.linksOf(uids).forEach((uid, links) -> found.put(uid, new ArrayList<>(links)));
        found.values()
                .forEach(links -> links.removeIf(
                        link -> above(link.system(), link.entity()).containsKey(link.key())));
        for (Link link : changes()) {
            if (uids.contains(link.uid())) {
                found.computeIfAbsent(link.uid(), uid -> new ArrayList<>()).add(link);
            }
        }
        found.values().removeIf(List::isEmpty);
        return found;
    }

    @Override
    public List<Link> primaries(String system, Collection<Uid> uids) {
        return linksOf(uids).values().stream()
                .flatMap(List::stream)
                .filter(link -> link.primary() && link.system().equals(system))
                .toList();
    }

    @Override
    public Links inKeyOrder(String system, String entity) {
        return new Merged(
                base.inKeyOrder(system, entity),
                List.copyOf(above(system, entity).values()));
    }

    private SortedMap<String, Link> above(String system, String entity) {
        return changes.getOrDefault(new Place(system, entity), new TreeMap<>(KeyOrder.BY_BYTES));
    }

    /** Two streams in key order as one; where both have a key, the overlay's counts. */
    private static final class Merged implements Links {
        private final Links below;
        private final Iterator<Link> above;
        private Link nextBelow; // null: none left
        private Link nextAbove;

        Merged(Links below, List<Link> above) {
            this.below = below;
            this.above = above.iterator();
            this.nextBelow = step(below);
            this.nextAbove = step(this.above);
        }

        private static Link step(Iterator<Link> links) {
            return links.hasNext() ? links.next() : null;
        }

        @Override
        public boolean hasNext() {
            return nextBelow != null || nextAbove != null;
        }

        @Override
        public Link next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int order = order();
            Link next = order < 0 ? nextBelow : nextAbove;
            if (order <= 0) {
                nextBelow = step(below);
            }
            if (order >= 0) {
                nextAbove = step(above);
            }
            return next;
        }

        private int order() {
            if (nextBelow == null) {
                return 1;
            }
            return nextAbove == null ? -1 : KeyOrder.BY_BYTES.compare(nextBelow.key(), nextAbove.key());
        }

        @Override
        public void close() {
            below.close();
        }
    }
}
