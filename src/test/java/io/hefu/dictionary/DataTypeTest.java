package io.hefu.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataTypeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "integer",
                "decimal",
                "money",
                "date",
                "time",
                "flag",
                "code(sales-stage)",
                "ref(customer)",
                "list(order-line)"
            })
    void everyTypeIsReadAsItIsWritten(String written) {
        assertThat(DataType.parse(written).orElseThrow().written()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"string", "Text", "code()", "code(a", "list(Order)", "ref(customer) ", ""})
    void whatIsNoTypeIsNotGuessed(String written) {
        assertThat(DataType.parse(written)).isEmpty();
    }
}
