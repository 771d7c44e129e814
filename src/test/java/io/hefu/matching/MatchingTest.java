package io.hefu.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.matching.cluster.Decisions;
import io.hefu.matching.model.MatchModel;
import io.hefu.matching.sample.Sample;
import io.hefu.matching.table.Rows;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How well the whole of matching does, on public data and on made-up rows of which the truth is known. */
class MatchingTest {
    /** Seeds below 100 were looked at while matching was made; none of these was. */
    private static final long SEED = 20_261_124;

    @Test
    void findsThePeopleOfFebrl3() {
        Sample febrl = Sample.febrl();
        Evaluation found = clusters(febrl, febrl.rows());
        assertThat(found.precision()).isGreaterThanOrEqualTo(0.999);
        assertThat(found.f1()).isGreaterThanOrEqualTo(0.998);
    }

    @Test
    void tellsMembersOfAHouseholdApart() {
        Sample people = Sample.people(SEED, 10_000);
        Evaluation found = clusters(people, people.rows());
        assertThat(found.precision()).isGreaterThanOrEqualTo(0.999);
        assertThat(found.f1()).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void neverGuessesChineseCompaniesThatOnlySoundAlike() {
        Sample firms = Sample.firms(SEED, 10_000, 0);
        Evaluation found = clusters(firms, firms.rows());
        assertThat(found.precision()).isGreaterThanOrEqualTo(0.99);
        assertThat(found.f1()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void keepsChineseAndWesternCompaniesInOneFileApart() {
        Sample firms = Sample.firms(SEED, 10_000, 3);
        assertThat(clusters(firms, firms.rows()).precision()).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void findsTheSameInWhateverOrderRowsArrive() {
        Sample firms = Sample.firms(SEED + 1, 3_000, 3);
        Matches first = run(firms.rows());
        for (long order = 1; order <= 3; order++) {
            Matches again = run(firms.shuffled(order));
            assertThat(again.model()).usingRecursiveComparison().isEqualTo(first.model());
            assertThat(byId(again)).isEqualTo(byId(first));
        }
    }

    @Test
    void aSavedModelGivesTheSameClustersWithoutLearning() {
        Sample firms = Sample.firms(SEED + 2, 3_000, 3);
        Matches first = run(firms.rows());
        Matches again = run(firms.shuffled(9), Optional.of(first.model()), Decisions.NONE);
        assertThat(byId(again)).isEqualTo(byId(first));
    }

    @Test
    void labelsOfPersonsTeachTheModel() {
        Sample people = Sample.people(SEED + 3, 2_000);
        Rows rows = people.rows();
        String[] truth = people.truth(rows);
        Matches without = run(rows);
        int a = without.automatic().first()[0];
        int b = without.automatic().second()[0];
        assertThat(truth[a]).isEqualTo(truth[b]);
        Decisions decided = new Decisions(java.util.List.of(Decisions.Pair.of(a, b)), java.util.List.of());
        MatchModel taught = run(rows, Optional.empty(), decided).model();
        assertThat(taught).isNotEqualTo(without.model());
    }

    private static Evaluation clusters(Sample sample, Rows rows) {
        return Evaluation.ofClusters(run(rows), sample.truth(rows));
    }

    private static Matches run(Rows rows) {
        return run(rows, Optional.empty(), Decisions.NONE);
    }

    private static Matches run(Rows rows, Optional<MatchModel> model, Decisions decisions) {
        return Matching.run(rows, model, decisions, Progress.NONE);
    }

    private static Map<String, String> byId(Matches matches) {
        Map<String, String> clusters = new TreeMap<>();
        for (int row = 0; row < matches.rows().size(); row++) {
            clusters.put(matches.rows().id(row), matches.rows().id(matches.clusters()[row]));
        }
        return clusters;
    }
}
