package io.hefu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsFileTest {
    @TempDir
    Path folder;

    private final Violations violations = new Violations();

    @BeforeEach
    void config() throws IOException {
        Files.createDirectories(folder.resolve("config"));
    }

    @Test
    void everythingHasADefault() {
        Settings settings = read(Map.of());
        assertThat(violations.all()).isEmpty();
        assertThat(settings.hub().url()).isEqualTo("jdbc:sqlite:" + folder + "/var/hub.db");
        assertThat(settings.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(settings.port()).isEqualTo(8686);
        assertThat(settings.placeholder("hub.zone")).contains("Asia/Shanghai");
    }

    @Test
    void thePasswordComesFromElsewhereAndIsNeverShown() throws IOException {
        write("hub: {url: \"jdbc:postgresql://db/hefu\", user: hefu, password: env:HUB_PASSWORD}\n");
        Settings settings = read(Map.of("HUB_PASSWORD", "tiger"));
        assertThat(settings.hub().password()).contains("tiger");
        assertThat(settings.toString()).doesNotContain("tiger");
    }

    @Test
    void theCompanyHasANameInBothLanguages() throws IOException {
        write("company: {zh: 合远, en: Heyuan}\n");
        assertThat(read(Map.of()).company()).contains(Text.of("合远", "Heyuan"));
        assertThat(violations.all()).isEmpty();
        write("company: {zh: 合远}\n");
        read(Map.of());
        assertThat(violations.all()).hasSize(1);
    }

    @Test
    void placeholdersMayBeNested() throws IOException {
        write("placeholders: {crm: {url: http://localhost:1}, erp.host: db}\n");
        Settings settings = read(Map.of());
        assertThat(settings.placeholder("crm.url")).contains("http://localhost:1");
        assertThat(settings.placeholder("erp.host")).contains("db");
    }

    @Test
    void everyFaultIsToldWithItsLine() throws IOException {
        write("zoen: Asia/Shanghai\nzone: Shanghai\nlanguage: fr\nweb: {port: 99999}\nhub: {password: secret}\n");
        read(Map.of());
        assertThat(violations.all())
                .extracting(violation -> violation.in(Language.EN))
                .containsExactly(
                        "config/application.yaml:1 zoen: unknown key zoen; allowed: hub, zone, language, company, web, placeholders; try: did you mean zone?",
                        "config/application.yaml:2 zone: there is no zone Shanghai; allowed: a zone's IANA name; try: Asia/Shanghai",
                        "config/application.yaml:3 language: unknown value fr; allowed: auto, zh, en; try: choose one of them",
                        "config/application.yaml:4 web.port: the whole number “99999” is out of range; allowed: 0 to 65535; 0 is any free one; try: such as 8686",
                        "config/application.yaml:5 hub.password: the password is not there; allowed: env:NAME or file:path (relative to config/); try: set that environment variable or write that file");
    }

    private void write(String content) throws IOException {
        Files.writeString(folder.resolve("config/application.yaml"), content);
    }

    private Settings read(Map<String, String> environment) {
        return SettingsFile.read(new Home(folder), name -> Optional.ofNullable(environment.get(name)), violations);
    }
}
