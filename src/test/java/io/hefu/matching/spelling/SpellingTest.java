package io.hefu.matching.spelling;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Usual spellings of one value are equal, and different values stay different. */
class SpellingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0755-26001234",
                "+86 755 2600 1234",
                "0086-755-26001234",
                "(0755)26001234",
                "０７５５－２６００１２３４",
                "0755-26001234转801",
                "0755-26001234-801",
                "075526001234/075526001235"
            })
    void aFixedLineIsAreaCodeAndNumber(String written) {
        assertThat(Phone.of(written).number()).isEqualTo("75526001234");
    }

    @ParameterizedTest
    @ValueSource(strings = {"13800138000", "+86 138 0013 8000", "0086 13800138000", "013800138000"})
    void aMobileNumberIsElevenDigits(String written) {
        assertThat(Phone.of(written).number()).isEqualTo("13800138000");
    }

    @Test
    void anExtensionStandsApartAndNoNumberIsNone() {
        assertThat(Phone.of("0755-26001234转801").extension()).isEqualTo("801");
        assertThat(Phone.of("无").number()).isEmpty();
        assertThat(Phone.of("00000000").number()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Wang.Fang@LanHai.example, wang.fang@lanhai.example, lanhai.example",
        "12345@qq.com, 12345@qq.com, ''",
        "www.lanhai.example, '', lanhai.example",
        "https://www.lanhai.example/kontakt, '', lanhai.example",
        "nobody, '', ''"
    })
    void aPublicDomainSaysNothingOfWhoWrites(String written, String mailbox, String domain) {
        assertThat(MailAddress.of(written)).isEqualTo(new MailAddress(mailbox, domain));
    }

    @ParameterizedTest
    @CsvSource({
        "广东省深圳市南山区科技园南路12号, 广东/深圳, 科技园南路12号",
        "深圳科技园南路12号, 广东/深圳, 科技园南路12号",
        "中山北路12号, '', 中山北路12号",
        "上海市中山北路12号, 上海, 中山北路12号",
        "12 Main St., '', 12 main street"
    })
    void anAddressIsAPlaceAndWhatIsInIt(String written, String place, String rest) {
        assertThat(Address.of(written)).isEqualTo(new Address(place, rest));
    }

    @ParameterizedTest
    @CsvSource({"王芳女士, 王芳", "' 王 芳 ', 王芳", "'Smith, John', john smith", "Dr. John Smith, john smith"})
    void titlesAndOrderOfNamesDoNotMatter(String written, String name) {
        assertThat(PersonName.of(written)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"ab-100/2, AB1002", "000123, 123", "ＡＢ１００, AB100"})
    void aProductCodeIsLettersAndDigits(String written, String code) {
        assertThat(ProductCode.of(written)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"个, pcs", "PCS., pcs", "公斤, kg", "KGS, kg", "平方米, m2", "Karton, karton"})
    void aUnitIsOneWord(String written, String unit) {
        assertThat(Unit.of(written)).isEqualTo(unit);
    }
}
