package io.hefu.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.matching.cluster.Decisions;
import io.hefu.matching.sample.Sample;
import io.hefu.matching.table.Rows;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** One record is asked about while all others are known. */
class MatchIndexTest {
    private static final List<String> STRANGER = List.of("zoltan", "quibble", "", "", "", "", "", "", "18880101", "");

    private static Sample people;
    private static Matches matches;

    private MatchIndex index = MatchIndex.of(matches.rows(), people.fields(), matches.model(), 2);

    @BeforeAll
    static void match() {
        people = Sample.people(815, 5_000);
        Rows rows = people.rows();
        matches = Matching.run(rows, Optional.empty(), Decisions.NONE, Progress.NONE);
    }

    @Test
    void aKnownRecordIsFoundWithTheScoreThatAWholeRunGives() {
        int a = matches.automatic().first()[7];
        int b = matches.automatic().second()[7];
        MatchIndex.Candidate found = index.find(values(a), 10).stream()
                .filter(candidate -> candidate.id().equals(matches.rows().id(b)))
                .findFirst()
                .orElseThrow();
        assertThat(found.bits()).isEqualTo(matches.automatic().bits()[7]);
        assertThat(found.why().band()).isEqualTo(Band.AUTOMATIC);
    }

    @Test
    void aStrangerIsNotFoundUntilAdded() {
        assertThat(index.find(STRANGER, 10)).noneMatch(candidate -> candidate.band() == Band.AUTOMATIC);
        index.add("stranger", STRANGER);
        assertThat(index.find(STRANGER, 10))
                .extracting(MatchIndex.Candidate::id)
                .contains("stranger");
    }

    @Test
    void askingLeavesNothingBehind() {
        int before = matches.rows().columns().get(1).values().size();
        index.find(STRANGER, 10);
        assertThat(matches.rows().columns().get(1).values().size()).isEqualTo(before);
    }

    private static List<String> values(int row) {
        for (int i = 0; i < people.size(); i++) {
            if (people.id(i).equals(matches.rows().id(row))) {
                return people.values(i);
            }
        }
        throw new IllegalStateException("every row was made");
    }
}
