package io.hefu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What `check` tells that is no fault: an authority that never speaks. */
class CheckWarningsTest {
    private static final String CUSTOMER = "mappings/dictionary/customer.dictionary.yaml";

    @TempDir
    private Path folder;

    private SmallCompany company;

    @BeforeEach
    void company() {
        company = SmallCompany.in(folder);
    }

    private void authorityOfTheNumber(String systems) throws IOException {
        String text = Files.readString(folder.resolve(CUSTOMER));
        String edited = text.replaceFirst("(?s)(  number:.{0,100}?authority: )\\[[^]]*]", "$1" + systems);
        assertThat(edited).isNotEqualTo(text);
        company.write(CUSTOMER, edited);
    }

    private Typed check(Locale language) {
        return Typed.in(language, folder, "check");
    }

    @Test
    void anAuthorityThatNoMappingReadsIsToldAndIsNoFault() throws IOException {
        authorityOfTheNumber("finance");

        assertThat(check(Language.EN).code()).isZero();
        assertThat(check(Language.EN).err())
                .contains("Warning: " + CUSTOMER + ":", "authority of the field number is finance", "crm has the word");
        assertThat(check(Language.ZH).err()).contains("警告：" + CUSTOMER, "字段 number 以 finance 为准", "crm 的值");
    }

    @Test
    void ofSeveralAuthoritiesOneThatSpeaksIsEnough() throws IOException {
        authorityOfTheNumber("[finance, crm]");

        assertThat(check(Language.EN).err()).doesNotContain("authority");
    }
}
