package io.hefu.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.golden.CompanyName.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands where in the name of a company. */
class CompanyNameTest {
    @ParameterizedTest
    @CsvSource({
        "深圳市蓝海电子股份有限公司, 蓝海, 电子, 广东/深圳, 股份",
        "深圳市藍海電子股份有限公司, 蓝海, 电子, 广东/深圳, 股份",
        "蓝海电子（深圳）有限公司, 蓝海, 电子, 广东/深圳, 有限",
        "深圳蓝海电子, 蓝海, 电子, 广东/深圳, ''",
        "广东蓝海国际贸易有限责任公司, 蓝海, 国际贸易, 广东, 有限",
        "黄山机械有限公司, 黄山, 机械, '', 有限",
        "东阳光药业, 东阳光, 药业, '', ''",
        "恒力机械厂, 恒力, 机械, '', 厂",
        "Lanhai Electronics (Shenzhen) Co. Ltd, LANHAI, ELECTRONICS, 广东/深圳, LTD",
        "Müller Maschinenbau GmbH & Co. KG, MÜLLER, MASCHINENBAU, '', KG",
        "Rossi S.p.A., ROSSI, '', '', SPA"
    })
    void brandIndustryPlaceAndFormStandApart(String name, String brand, String industry, String place, String form) {
        CompanyName read = CompanyName.of(name);
        assertThat(read.brand()).isEqualTo(brand);
        assertThat(read.industry()).isEqualTo(industry);
        assertThat(read.place()).isEqualTo(place);
        assertThat(read.form()).isEqualTo(form);
    }

    @ParameterizedTest
    @CsvSource({
        "蓝海, UNSAID, ''",
        "蓝海电子有限公司, COMPANY, ''",
        "蓝海集团有限公司, GROUP, ''",
        "蓝海（集团）股份有限公司, GROUP, ''",
        "蓝海电子有限公司苏州分公司, BRANCH, 江苏/苏州",
        "蓝海电子有限公司（苏州分公司）, BRANCH, 江苏/苏州",
        "Acme Group Ltd, GROUP, ''",
        "Acme Tools GmbH Hamburg Branch, BRANCH, ''"
    })
    void aGroupACompanyAndABranchAreThreeThings(String name, Standing standing, String branch) {
        assertThat(CompanyName.of(name).standing()).isEqualTo(standing);
        assertThat(CompanyName.of(name).branch()).isEqualTo(branch);
    }

    @Test
    void aNameOfAnyLengthIsReadInBoundedTime() {
        assertThat(CompanyName.of("蓝海(".repeat(100_000)).brand()).hasSizeLessThan(300);
        assertThat(CompanyName.of("").brand()).isEmpty();
    }
}
