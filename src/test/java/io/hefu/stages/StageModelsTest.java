package io.hefu.stages;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.Installation;
import io.hefu.definition.Definitions;
import io.hefu.definition.Violations;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.Record;
import io.hefu.rules.Mode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shipped stage model. */
class StageModelsTest {
    private static final Dictionary DICTIONARY = Installation.dictionary();
    private static final EntityType OPPORTUNITY = DICTIONARY.entity("opportunity");
    private static final StageModels MODELS = shipped();

    @ParameterizedTest
    @CsvSource({
        "first-contact, need-confirmed, true",
        "need-confirmed, offer, true",
        "negotiation, signed, true",
        "negotiation, need-confirmed, true",
        "signed, negotiation, true",
        "offer, offer, true",
        "first-contact, lost, true",
        "signed, lost, true",
        "lost, need-confirmed, true",
        "first-contact, offer, false",
        "need-confirmed, signed, false",
        "lost, signed, false",
        "lost, first-contact, false"
    })
    void aSaleMovesOneStepOnOrAnyStepBack(String from, String to, boolean allowed) {
        assertThat(check(Optional.of(from), to).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void anIllegalJumpSaysFromWhereToWhereAndWhatIsAllowed() {
        IllegalJump jump = check(Optional.of("need-confirmed"), "signed").orElseThrow();

        assertThat(jump.allowed()).containsExactly("first-contact", "offer", "lost");
        assertThat(jump.model().mode()).isEqualTo(Mode.ENFORCE);
        assertThat(jump.sentence().zh()).isEqualTo("销售阶段不能从“需求确认”直接变为“合同签署”；允许的下一阶段：初步接触、方案报价、输单");
        assertThat(jump.sentence().en())
                .isEqualTo(
                        "Sales stage cannot move from “Need confirmed” to “Signed”; allowed next: First contact, Offer, Lost");
    }

    @Test
    void aRecordSeenForTheFirstTimeMayStandInAnyStage() {
        assertThat(check(Optional.empty(), "signed")).isEmpty();
    }

    @Test
    void theModelNamesItsClockAndHowOthersCallItsStages() {
        StageModel model = MODELS.of(OPPORTUNITY).orElseThrow();

        assertThat(model.clock()).contains(OPPORTUNITY.field("stageSince"));
        assertThat(model.others())
                .filteredOn(other -> other.id().equals("tender"))
                .singleElement()
                .satisfies(tender -> assertThat(tender.names()).containsEntry("offer", "比价"));
    }

    private static Optional<IllegalJump> check(Optional<String> from, String to) {
        return MODELS.check(OPPORTUNITY, from.map(StageModelsTest::at), at(to));
    }

    private static Record at(String stage) {
        return Record.empty(OPPORTUNITY).with(OPPORTUNITY.field("stage"), stage);
    }

    private static StageModels shipped() {
        Violations violations = new Violations();
        Definitions definitions = Definitions.load(Installation.SHIPPED, Installation.kinds(), violations);
        StageModels models = StageModelCompiler.compile(definitions, DICTIONARY, violations);
        violations.throwIfAny();
        return models;
    }
}
