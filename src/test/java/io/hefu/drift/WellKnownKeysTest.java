package io.hefu.drift;

import static io.hefu.drift.Watched.deal;
import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.mapping.FieldFault;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a JSON key counts as part of the source's shape: by declaration, or by what was seen, and never by one record. */
class WellKnownKeysTest {
    private static final String FIELDS = "  text: phone\n  other: city\n";

    @TempDir
    Path folder;

    @Test
    void afterTwentyRecordsAKeyThatAllCarriedIsExpected() {
        Watched deals = Watched.deals(folder, FIELDS).saw(20, i -> deal("phone", "110"));
        List<FieldFault> reasons = deals.pauses(deal());

        assertThat(reasons).extracting(FieldFault::source).containsExactly("phone");
        assertThat(reasons.get(0).attempt().en()).contains("all of 20 so far carried it", "hefu release crm/deal");
        assertThat(reasons.get(0).attempt().zh()).contains("此前 20 条都带着");
    }

    @Test
    void besideAKeyThatNobodyDecidedAboutNoReleaseIsOffered() {
        Watched deals = Watched.deals(folder, FIELDS).saw(20, i -> deal("phone", "110"));

        assertThat(deals.verdict(deal()))
                .isInstanceOfSatisfying(
                        GateVerdict.Paused.class,
                        paused -> assertThat(paused.acceptable()).isTrue());
        assertThat(deals.verdict(deal("screen", 3L))).isInstanceOfSatisfying(GateVerdict.Paused.class, paused -> {
            assertThat(paused.acceptable()).isFalse();
            assertThat(paused.reasons())
                    .allSatisfy(reason -> assertThat(reason.attempt().en()).doesNotContain("hefu release"));
        });
    }

    @Test
    void afterNineteenItMayBeOptional() {
        Watched deals = Watched.deals(folder, FIELDS).saw(19, i -> deal("phone", "110"));

        assertThat(deals.passes(deal())).isEmpty();
        deals.saw(100, i -> deal("phone", "110"));
        assertThat(deals.passes(deal(), deal())).isEmpty();
    }

    @Test
    void oneRecordWasEnoughOnceAndIsNotNow() {
        Watched deals = Watched.deals(folder, FIELDS).saw(1, i -> deal("phone", "110", "city", "宁波"));

        assertThat(deals.passes(deal("city", "宁波"))).isEmpty();
    }

    @Test
    void aMixedStreamIsNeverAnAlarm() {
        Watched deals = Watched.deals(folder, FIELDS);
        for (int i = 0; i < 200; i++) {
            deals.passes(i % 7 == 0 ? deal() : deal("phone", "110"), deal("city", "宁波"));
        }

        assertThat(deals.passes(deal(), deal(), deal())).isEmpty();
    }

    @Test
    void aKeyThatOnlySomeOfABatchLackIsOptionalFromThenOn() {
        Watched deals = Watched.deals(folder, FIELDS).saw(50, i -> deal("phone", "110"));

        assertThat(deals.passes(deal("phone", "110"), deal())).isEmpty();
        assertThat(deals.passes(deal())).isEmpty();
    }

    @Test
    void thatItMayBeLackingIsLearnedHoweverManyRecordsWereSeenBefore() {
        Watched deals = Watched.deals(folder, FIELDS).saw(1200, i -> deal("phone", "110"));

        assertThat(deals.passes(deal("phone", "110"), deal())).isEmpty();
        assertThat(deals.passes(deal())).isEmpty();
    }

    @Test
    void aKeyThatOnlyUnchangedRecordsCarryIsNotGone() {
        Watched deals = Watched.deals(folder, FIELDS).saw(50, i -> deal("phone", "110"));
        // The batch's shape tells what all of its rows carry, those that were sorted out as unchanged included.
        assertThat(deals.passes(deal(), deal("phone", "110"))).isEmpty();
    }

    @Test
    void whatIsDeclaredAlwaysNeedsNoEvidence() {
        Watched deals = Watched.deals(folder, "  text: {from: phone, always: true}\n");

        assertThat(deals.pauses(deal())).extracting(FieldFault::source).containsExactly("phone");
        assertThat(deals.passes(deal("phone", "110"), deal())).containsOnlyKeys(1);
    }

    @Test
    void aRenameIsFoundBeforeThereIsMuchEvidenceWhenANewKeyTakesThePlace() {
        Watched deals = Watched.reporting(folder, FIELDS).saw(3, i -> deal("phone", "110"));
        List<FieldFault> reasons = deals.pauses(deal("telephone", "110"));

        assertThat(reasons).extracting(FieldFault::source).containsExactly("phone", "telephone");
        assertThat(reasons.get(0).what().en()).contains("looks renamed to \"telephone\"");
    }

    @Test
    void aNewKeyOfAnotherTypeIsNoRename() {
        Watched deals = Watched.reporting(folder, FIELDS).saw(3, i -> deal("phone", "110"));

        assertThat(deals.passes(deal("vip", true))).isEmpty();
    }

    @Test
    void aRenameOfAKeyThatOnlySomeCarriedIsNoMoreThanANewKey() {
        Watched deals = Watched.reporting(folder, FIELDS)
                .saw(3, i -> deal("phone", "110"))
                .saw(1, i -> deal());

        assertThat(deals.passes(deal("telephone", "110"))).isEmpty();
    }

    @Test
    void aRenameIsCaughtAtTheVeryFirstBatchAfterItHoweverSmall() {
        Watched deals = Watched.deals(folder, FIELDS).saw(1500, i -> deal("phone", "110"));

        assertThat(deals.pauses(deal("telephone", "110")))
                .extracting(FieldFault::kind)
                .containsExactly(FieldFault.Kind.MISSING, FieldFault.Kind.NEW);
    }

    @Test
    void aKeyThatCameLaterIsExpectedOnceItIsKnown() {
        Watched deals = Watched.deals(folder, FIELDS)
                .saw(1100, i -> deal("phone", "110"))
                .saw(20, i -> deal("phone", "110", "city", "宁波"));

        assertThat(deals.pauses(deal("phone", "110")))
                .extracting(FieldFault::source)
                .containsExactly("city");
    }

    @Test
    void aPausedBatchTeachesNothing() {
        Watched deals = Watched.deals(folder, FIELDS).saw(20, i -> deal("phone", "110"));
        deals.pauses(deal());

        assertThat(deals.pauses(deal())).hasSize(1);
        assertThat(deals.passes(deal("phone", "110"))).isEmpty();
    }

    @Test
    void aRecordThatWaitedAndLacksAWellKnownKeyStaysParkedWhenItCarriesAnUnknownOne() {
        Watched deals = Watched.deals(folder, FIELDS).saw(20, i -> deal("phone", "110"));
        var row = io.hefu.mapping.Home.row("id", 2L, "no", "D2", "telephone", "110");
        var batch = new io.hefu.systems.RowBatch(row.shape(), List.of(row), "");

        assertThat(ShapeGate.judgeRecords(deals.mapping(), deals.known(), batch, false))
                .containsOnlyKeys(0);
    }
}
