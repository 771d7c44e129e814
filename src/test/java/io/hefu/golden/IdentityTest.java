package io.hefu.golden;

import static io.hefu.golden.SampleDictionary.CUSTOMER;
import static io.hefu.golden.SampleDictionary.record;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What makes two records the same thing, and what only makes them alike. */
class IdentityTest {
    @ParameterizedTest
    @ValueSource(strings = {"914403001922038216", " 9144 0300-1922 0382 16 ", "９１４４０３００１９２２０３８２１６"})
    void aValidUnifiedCreditCodeIdentifies(String text) {
        assertThat(UnifiedCreditCode.parse(text)).contains("914403001922038216");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "914403001922038217", // the check fails
                "440300192203821", // 15 digits, as before 2015
                "44030019220382101234", // 20 digits
                "91440300192203821I", // I is no character of the code
                "000000000000000000",
                ""
            })
    void anythingElseDoesNot(String text) {
        assertThat(UnifiedCreditCode.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "苏州恒力机械有限公司, 恒力机械",
        "苏州市恒力机械有限公司, 恒力机械",
        "江苏省苏州市恒力机械有限责任公司, 恒力机械",
        "恒力机械（苏州）有限公司, 恒力机械",
        "恒力机械(苏州)股份有限公司, 恒力机械",
        "' 苏州　恒力 机械 有限公司 ', 恒力机械",
        "昌平市恒力机械, 恒力机械",
        "华联超市有限公司, 华联超市",
        "恒力集团有限公司, 恒力集团",
        "'Acme Co., Ltd.', ACME",
        "acme ltd, ACME",
        "北京有限公司, 北京",
        "有限公司, 有限公司"
    })
    void usualSpellingsOfANameBecomeEqual(String name, String cleaned) {
        assertThat(CompanyName.cleaned(name)).isEqualTo(cleaned);
    }

    @Test
    void aBranchIsNotItsHeadOffice() {
        assertThat(CompanyName.cleaned("恒力机械有限公司苏州分公司")).isNotEqualTo(CompanyName.cleaned("恒力机械有限公司"));
    }

    @Test
    void blanksAroundABusinessKeyDoNotMatterAndInsideTheyDo() {
        assertThat(Identity.businessKey(record(CUSTOMER, "number", " KH-1 "))).contains("number=KH-1");
        assertThat(Identity.businessKey(record(CUSTOMER, "number", "KH 1"))).contains("number=KH 1");
        assertThat(Identity.businessKey(CUSTOMER.field("number"), " KH-1")).isEqualTo("number=KH-1");
    }

    @Test
    void aRecordWithoutTheKeyHasNone() {
        assertThat(Identity.businessKey(record(CUSTOMER, "name", "x"))).isEmpty();
        assertThat(Identity.taxNumber(record(CUSTOMER, "name", "x"))).isEmpty();
        assertThat(Identity.matchName(record(CUSTOMER, "name", " "))).isEmpty();
    }
}
