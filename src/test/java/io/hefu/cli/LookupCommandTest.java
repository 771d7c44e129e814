package io.hefu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A salesperson asks before making a customer anew: do we have them already? */
class LookupCommandTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void customersOfTheCrm() throws IOException {
        SmallCompany company = SmallCompany.in(folder);
        company.write(
                "config/matching/customer.matching.yaml",
                Files.readString(Installation.SHIPPED.resolve("config/matching/customer.matching.yaml")));
        company.crm("insert into accounts values (4, 'C00004', '苏州明达机电有限公司'), (5, 'C00005', '宁波三丰精密机械有限公司'),"
                + " (6, 'C00006', '东莞市华东仪表有限公司'), (7, 'C00007', '杭州金桥化工有限公司')");
        Typed.in(Locale.ENGLISH, folder, "read", "crm/customer");
    }

    private Typed zh(String... words) {
        return Typed.in(Locale.CHINESE, folder, words);
    }

    @Test
    void aSpellingOfItsOwnFindsTheCustomer() {
        Typed found = zh("lookup", "明达机电");

        assertThat(found.err()).isEmpty();
        assertThat(found.out().lines().skip(1).findFirst().orElse("")).contains("C00004", "苏州明达机电有限公司", "crm");
    }

    @Test
    void theEvidenceIsTold() {
        assertThat(zh("lookup", "苏州明达机电").out()).contains("依据", "字号", "明达");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(zh("lookup", "鑫鑫鞋业").out()).startsWith("没有找到");
    }

    @Test
    void onlyTheAllowListIsTold() {
        assertThat(Typed.in(Locale.ENGLISH, folder, "lookup", "明达机电", "--output", "json")
                        .out())
                .contains("\"number\" : \"C00004\"", "\"salesperson\"")
                .doesNotContain("\"taxNumber\"", "\"phone\"");
    }
}
