package io.hefu.matching.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.matching.cluster.Decisions.Pair;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who meets in one cluster. Rows are numbers; what is not said of a pair speaks against it. */
class ClusteringTest {
    private static final float AGAINST = -20;

    private final Links.Builder links = new Links.Builder();
    private final float[][] bits = new float[8][8];

    @Test
    void strongLinksJoin() {
        link(0, 1, 20);
        link(1, 2, 20);
        link(0, 2, 15);
        assertThat(clusters(Decisions.NONE)).startsWith(0, 0, 0, 3);
    }

    @Test
    void aWeakLinkDoesNotChainTwoClusters() {
        link(0, 1, 30);
        link(2, 3, 30);
        link(1, 2, 7);
        assertThat(clusters(Decisions.NONE)).startsWith(0, 0, 2, 2);
    }

    @Test
    void whatExcludesEachOtherNeverMeetsNotEvenThroughAThird() {
        link(0, 1, 20);
        link(1, 2, 15);
        link(0, 2, 15);
        int[] codes = {7, 0, 8, 0, 0, 0, 0, 0};
        assertThat(clusters(Decisions.NONE, codes)).startsWith(0, 0, 2);
    }

    @Test
    void aPersonsNoHoldsAgainstAnyScore() {
        link(0, 1, 40);
        assertThat(clusters(new Decisions(List.of(), List.of(Pair.of(1, 0))))).startsWith(0, 1);
    }

    @Test
    void aPersonsNoHoldsForTheClustersOfBoth() {
        link(0, 1, 40);
        link(1, 2, 30);
        link(0, 2, 30);
        assertThat(clusters(new Decisions(List.of(), List.of(Pair.of(0, 2))))).startsWith(0, 0, 2);
    }

    @Test
    void aPersonsYesHoldsAgainstAVeto() {
        int[] codes = {7, 8, 0, 0, 0, 0, 0, 0};
        assertThat(clusters(new Decisions(List.of(Pair.of(0, 1)), List.of()), codes))
                .startsWith(0, 0);
    }

    private void link(int a, int b, float strength) {
        links.add(a, b, strength);
        bits[a][b] = strength;
        bits[b][a] = strength;
    }

    private int[] clusters(Decisions decisions, int[]... exclusive) {
        return Clustering.of(
                8, links.sorted(), List.of(exclusive), decisions, (a, b) -> bits[a][b] == 0 ? AGAINST : bits[a][b], -5);
    }
}
