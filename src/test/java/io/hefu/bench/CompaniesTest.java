package io.hefu.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.golden.UnifiedCreditCode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompaniesTest {
    private static final int MANY = 50_000;

    private static String[] company(int i) {
        StringBuilder line = new StringBuilder();
        Companies.line(i, line);
        return line.toString().strip().split("\t");
    }

    @Test
    void aCompanyHasAValueForEachColumn() {
        assertThat(company(12345)).hasSize(CustomerTable.COLUMNS.size()).doesNotContain("");
    }

    @Test
    void theSameNumberIsTheSameCompany() {
        assertThat(company(7)).isEqualTo(company(7));
    }

    @Test
    void noTwoShareAKeyOrACreditCode() {
        Set<String> keys = new HashSet<>();
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < MANY; i++) {
            String[] company = company(i);
            keys.add(company[0]);
            codes.add(company[2]);
        }

        assertThat(keys).hasSize(MANY);
        assertThat(codes).hasSize(MANY);
    }

    @Test
    void everyCreditCodeIsValid() {
        for (int i = 0; i < MANY; i += 997) {
            assertThat(UnifiedCreditCode.parse(company(i)[2])).isPresent();
        }
    }

    @Test
    void aRowHasAboutTwoHundredAndFiftyBytes() {
        long bytes = 0;
        for (int i = 0; i < MANY; i += 50) {
            bytes += String.join("", company(i)).getBytes(StandardCharsets.UTF_8).length;
        }

        assertThat(bytes / (MANY / 50)).isBetween(220L, 300L);
    }
}
