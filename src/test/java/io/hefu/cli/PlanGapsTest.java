package io.hefu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan tells why it shows nothing of what somebody may look for in it. */
class PlanGapsTest {
    @TempDir
    private Path folder;

    private SmallCompany company;

    @BeforeEach
    void company() {
        company = SmallCompany.in(folder);
        en("read", "crm/customer");
        en("read", "crm/opportunity");
    }

    private Typed en(String... words) {
        return Typed.in(Language.EN, folder, words);
    }

    private Typed zh(String... words) {
        return Typed.in(Language.ZH, folder, words);
    }

    @Test
    void whatWaitsOrIsQuarantinedFromBeforeIsCountedByFlow() {
        assertThat(en("plan").err())
                .contains("crm/opportunity: waiting 1, in review 0, quarantined 1 from before: not in the plan")
                .doesNotContain("crm/customer: waiting");
        assertThat(zh("plan").err()).contains("crm/opportunity：此前等待 1 条、待人判断 0 条、隔离 1 条");
    }

    @Test
    void whatATargetMayNotBeToldYetIsToldWithItsReason() {
        company.write("mappings/finance/opportunity.mapping.yaml", """
                system: finance
                entity: opportunity
                fields:
                  number: code
                  customer: debtor
                write:
                  resource: deals
                  key: id
                  create: {find: code}
                """);
        company.write("mappings/finance/customer.mapping.yaml", """
                system: finance
                entity: customer
                fields: {number: code, name: name}
                write:
                  resource: debtors
                  key: id
                  create: {find: code}
                  when: has(record.number) && record.number == 'C00002'
                """);
        company.crm("insert into leads values (5, 'SJ-2026-0005', 3, '待联系', 1)");
        en("read", "crm/opportunity");

        assertThat(en("plan").err()).contains("finance/opportunity: 1 not told now: ", "customer");
        assertThat(zh("plan").err()).contains("finance/opportunity：1 条暂不写入：");
    }

    @Test
    void aPausedFlowIsToldWithItsReason() {
        company.crm("alter table leads rename column quotation_status to quote_stage", "update leads set amount = 2");
        Typed typed = en("plan");

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err())
                .contains("crm/opportunity: it would pause:", "quotation_status")
                .doesNotContain("crm/opportunity: waiting");
    }
}
