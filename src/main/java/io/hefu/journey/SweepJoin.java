package io.hefu.journey;

import io.hefu.crosswalk.Crosswalk;
import io.hefu.crosswalk.Link;
import io.hefu.definition.Text;
import io.hefu.ledger.Flow;
import io.hefu.systems.SystemFault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Joins two streams in the byte order of keys: what a sweep reads, and the links. A link that the source has passed
 * without naming is gone there. Keys that arrive out of order stop the sweep, since they would invent deletions.
 */
final class SweepJoin implements AutoCloseable {
    /** Of fewer, even all may be gone on an ordinary day. */
    private static final int MANY = 10;

    private final Flow flow;
    private final Crosswalk.Links links;
    private Optional<Link> next;
    private final List<Link> gone = new ArrayList<>();
    private byte[] last = new byte[0];
    private int met;

    /** @param empty whether the hub has no link of this flow yet, which spares the stream */
    SweepJoin(Crosswalk crosswalk, Flow flow, boolean empty) {
        this.flow = flow;
        this.links = empty ? new None() : crosswalk.inKeyOrder(flow.system(), flow.entity());
        this.next = advance();
    }

    /**
     * The link of a key of the source.
     *
     * @throws SystemFault when the source's keys are not in order
     */
    Optional<Link> advance(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        if (last.length > 0 && Arrays.compareUnsigned(bytes, last) < 0) {
            throw outOfOrder(key);
        }
        last = bytes;
        while (next.isPresent() && compare(next.get().key(), bytes) < 0) {
            passOver();
        }
        if (next.isPresent() && compare(next.get().key(), bytes) == 0) {
            Optional<Link> found = next;
            met += found.get().present() ? 1 : 0;
            next = advance();
            return found;
        }
        return Optional.empty();
    }

    /** The links that the source did not name. Only to be asked when the source has ended. */
    List<Link> gone() {
        while (next.isPresent()) {
            passOver();
        }
        return gone;
    }

    /**
     * A source that answers with nothing, or with the lesser part of what it had, has more often lost a permission, a
     * filter or a year's database than its records.
     *
     * @throws SystemFault when most of what was there is gone
     */
    void requireMostOfIt() {
        int missing = gone().size();
        if (missing >= MANY && missing > met) {
            throw mostlyGone(missing);
        }
    }

    private SystemFault mostlyGone(int missing) {
        return new SystemFault(
                flow.system(),
                SystemFault.Kind.FATAL,
                Text.of(
                        "全量核对 %s 时，已知的 %s 条中有 %s 条不见了；这更像是权限、过滤条件或数据库换了，因此一条也没有删除",
                        "the sweep of %s missed %3$s of the %2$s records that were there; this looks like a lost permission, a filter"
                                + " or another database, so nothing was deleted",
                        flow,
                        missing + met,
                        missing),
                Text.of(
                        "核对登录用户看得到的数据；确实都已删除时，在映射的 read 里写 vanishing: allowed",
                        "look at what the login can see; if they really are deleted, write vanishing: allowed under read in"
                                + " the mapping"));
    }

    @Override
    public void close() {
        links.close();
    }

    private void passOver() {
        next.filter(Link::present).ifPresent(gone::add);
        next = advance();
    }

    private Optional<Link> advance() {
        return links.hasNext() ? Optional.of(links.next()) : Optional.empty();
    }

    private static int compare(String key, byte[] other) {
        return Arrays.compareUnsigned(key.getBytes(StandardCharsets.UTF_8), other);
    }

    private SystemFault outOfOrder(String key) {
        return new SystemFault(
                flow.system(),
                SystemFault.Kind.FATAL,
                Text.of(
                        "全量核对 %s 时键“%s”不按字节顺序到达，为避免误判删除已停止",
                        "the sweep of %s got key \"%s\" out of byte order and stopped, since it would invent deletions",
                        flow,
                        key),
                Text.of("让查询按键的字节顺序返回", "make the query return keys in byte order"));
    }

    private static final class None implements Crosswalk.Links {
        @Override
        public boolean hasNext() {
            return false;
        }

        @Override
        public Link next() {
            throw new java.util.NoSuchElementException();
        }

        @Override
        public void close() {}
    }
}
