package io.hefu;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.definition.Violations;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.Dictionary;
import io.hefu.dictionary.EntityType;
import org.junit.jupiter.api.Test;

class ShippedFilesTest {
    @Test
    void theShippedInstallationHasNoFault() {
        Violations violations = new Violations();
        Installation.compile(Installation.SHIPPED, violations);
        assertThat(violations.all()).isEmpty();
    }

    @Test
    void theDictionaryHoldsEveryEntityAndPartOfTheMainJob() {
        Dictionary dictionary = Installation.dictionary();
        assertThat(dictionary.entities().stream().filter(entity -> !entity.part()))
                .extracting(EntityType::name)
                .containsExactlyInAnyOrder(
                        "customer",
                        "contact",
                        "employee",
                        "product",
                        "opportunity",
                        "quote",
                        "order",
                        "receivable",
                        "receipt",
                        "allocation",
                        "reminder");
        assertThat(dictionary.entities().stream().filter(EntityType::part))
                .extracting(EntityType::name)
                .containsExactlyInAnyOrder("document", "quote-line", "order-line", "instalment");
    }

    @Test
    void aCustomerIsKnownByNumberByTaxNumberAndByCleanedName() {
        EntityType customer = Installation.dictionary().entity("customer");
        assertThat(customer.keys().get(0)).extracting(field -> field.name()).containsExactly("number");
        assertThat(customer.taxNumber()).contains(customer.field("taxNumber"));
        assertThat(customer.identifyingName()).contains(customer.field("name"));
        assertThat(customer.lookup()).contains(customer.field("mail"));
    }

    @Test
    void theStageOfAnOpportunityIsACodeOfWhichTheCrmHasTheLastWord() {
        EntityType opportunity = Installation.dictionary().entity("opportunity");
        assertThat(opportunity.field("stage").type()).isEqualTo(new DataType.Code("sales-stage"));
        assertThat(opportunity.field("stage").authority()).containsExactly("crm");
    }
}
