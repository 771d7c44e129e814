package io.hefu.crosswalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hefu.dictionary.Uid;
import io.hefu.ledger.OnOneHub;
import io.hefu.store.ConflictException;
import io.hefu.systems.Fingerprint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promise 2: a key names one UID, a UID has one primary key in a system and entity. */
abstract class CrosswalkSuite extends OnOneHub {
    /** In byte order; Java's own order would put the last two before the three before them. */
    private static final List<String> TRICKY = List.of(
            "",
            " ",
            "-1",
            "10",
            "2",
            "9",
            "A",
            "B",
            "KH-10",
            "KH-9",
            "KH_1",
            "Z",
            "_",
            "a",
            "aB",
            "ab",
            "b",
            "ß",
            "é",
            "一",
            "中",
            "客户",
            "客户1",
            "\uE000",
            "\uFF21",
            "\uFFFD",
            "\uD83D\uDE00",
            "\uD840\uDC00");

    private CrosswalkTables crosswalk;

    @BeforeEach
    void openCrosswalk() {
        crosswalk = new CrosswalkTables(hub);
    }

    private static Link link(String key, Uid uid, boolean primary) {
        return new Link("erp", "customer", key, uid, primary, new Fingerprint(key.hashCode(), -1), 0, true);
    }

    private static Link link(String key) {
        return link(key, Uid.create(), true);
    }

    private void apply(List<Link> created, List<Link> changed) {
        hub.write(tx -> {
            crosswalk.apply(tx, created, changed);
            return true;
        });
    }

    private List<Link> streamed(Crosswalk from) {
        List<Link> links = new ArrayList<>();
        try (Crosswalk.Links stream = from.inKeyOrder("erp", "customer")) {
            stream.forEachRemaining(links::add);
        }
        return links;
    }

    @Test
    void linksAreFoundByKeyAndByUid() {
        Link first = link("客-1");
        Link duplicate = link("客-2", first.uid(), false);
        apply(List.of(first, duplicate), List.of());
        assertThat(crosswalk.find("erp", "customer", List.of("客-1", "客-2", "客-3")))
                .isEqualTo(Map.of("客-1", first, "客-2", duplicate));
        assertThat(crosswalk.find("crm", "customer", List.of("客-1"))).isEmpty();
        assertThat(crosswalk.linksOf(List.of(first.uid(), Uid.create())))
                .isEqualTo(Map.of(first.uid(), List.of(first, duplicate)));
        assertThat(crosswalk.countPresent("erp", "customer")).isEqualTo(2);
    }

    @Test
    void aKeyThatIsTakenIsAConflictAndNothingOfTheBatchIsKept() {
        apply(List.of(link("1")), List.of());
        assertThatThrownBy(() -> apply(List.of(link("0"), link("1")), List.of()))
                .isInstanceOf(ConflictException.class);
        assertThat(crosswalk.find("erp", "customer", List.of("0"))).isEmpty();
    }

    @Test
    void aSecondPrimaryOfAUidIsAConflict() {
        Link first = link("1");
        apply(List.of(first), List.of());
        assertThatThrownBy(() -> apply(List.of(link("2", first.uid(), true)), List.of()))
                .isInstanceOf(ConflictException.class);
        apply(List.of(link("2", first.uid(), false)), List.of());
    }

    @Test
    void whatReadingTellsDoesNotTouchWhatWasDelivered() {
        Link first = link("1");
        apply(List.of(first), List.of());
        Link told = new Link("erp", "customer", "1", first.uid(), true, new Fingerprint(5, 5), 9, true);
        hub.write(tx -> {
            crosswalk.delivered(tx, List.of(told));
            return true;
        });
        apply(List.of(), List.of(new Link("erp", "customer", "1", first.uid(), true, new Fingerprint(6, 6), 0, false)));
        assertThat(crosswalk.find("erp", "customer", "1"))
                .contains(new Link("erp", "customer", "1", first.uid(), true, new Fingerprint(6, 6), 9, false));
    }

    @Test
    void aChangeOfALinkThatNamesAnotherUidNowIsStale() {
        apply(List.of(link("1")), List.of());
        assertThatThrownBy(() -> apply(List.of(), List.of(link("1")))).isInstanceOf(ConflictException.class);
    }

    @Test
    void keysComeInTheOrderOfTheirBytesOnBothDatabases() {
        List<Link> links =
                new ArrayList<>(TRICKY.stream().map(CrosswalkSuite::link).toList());
        Collections.shuffle(links, new Random(1));
        apply(links, List.of());
        assertThat(streamed(crosswalk)).extracting(Link::key).containsExactlyElementsOf(TRICKY);
        assertThat(TRICKY).isSortedAccordingTo(KeyOrder.BY_BYTES);
    }

    @Test
    void aStreamIsTheStateOfWhenItWasAskedFor() {
        apply(
                IntStream.range(0, 20_000)
                        .mapToObj(i -> link("k%05d".formatted(i)))
                        .toList(),
                List.of());
        try (Crosswalk.Links stream = crosswalk.inKeyOrder("erp", "customer")) {
            apply(List.of(link("z")), List.of());
            int seen = 0;
            while (stream.hasNext()) {
                assertThat(stream.next().key()).isNotEqualTo("z");
                seen++;
            }
            assertThat(seen).isEqualTo(20_000);
        }
    }

    @Test
    void streamsThatAreLeftHalfReadDoNotBlockLaterOnes() {
        apply(
                IntStream.range(0, 20_000)
                        .mapToObj(i -> link("k%05d".formatted(i)))
                        .toList(),
                List.of());
        for (int i = 0; i < 6; i++) {
            try (Crosswalk.Links stream = crosswalk.inKeyOrder("erp", "customer")) {
                assertThat(stream.next().key()).isEqualTo("k00000");
            }
        }
        assertThat(streamed(crosswalk)).hasSize(20_000);
    }

    @Test
    void anOverlayShowsItsLinksAmongTheOthersAndLeavesThemAlone() {
        Link kept = link("b");
        Link gone = link("中");
        apply(List.of(kept, gone), List.of());
        OverlayCrosswalk overlay = new OverlayCrosswalk(crosswalk);
        Link added = link("\uD83D\uDE00", kept.uid(), false);
        Link changed = new Link("erp", "customer", "中", gone.uid(), true, Fingerprint.NONE, 3, false);
        Link before = link("a");
        overlay.put(added);
        overlay.put(changed);
        overlay.put(before);
        assertThat(streamed(overlay)).containsExactly(before, kept, changed, added);
        assertThat(overlay.find("erp", "customer", List.of("b", "中", "c"))).isEqualTo(Map.of("b", kept, "中", changed));
        assertThat(overlay.linksOf(List.of(kept.uid(), gone.uid())))
                .isEqualTo(Map.of(kept.uid(), List.of(kept, added), gone.uid(), List.of(changed)));
        assertThat(streamed(crosswalk)).containsExactly(kept, gone);
    }
}
