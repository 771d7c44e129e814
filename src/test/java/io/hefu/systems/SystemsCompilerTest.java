package io.hefu.systems;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.Installation;
import io.hefu.definition.Definitions;
import io.hefu.definition.Violations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemsCompilerTest {
    @TempDir
    private Path home;

    @Test
    void aSystemCarriesItsZoneItsSwitchesAndItsSettings() throws IOException {
        SystemDefinition system = system("""
                system: depot
                title: {zh: 仓储系统, en: Depot}
                kind: jdbc
                url: "jdbc:postgresql://depot.example.com/depot"
                user: hefu
                secret: env:DEPOT_SECRET
                zone: Asia/Shanghai
                writing:
                  order: {enabled: true, by: 王芳, since: "2026-11-20", plan: 7f3a}
                """);
        assertThat(system.zone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(system.settings().text("user")).contains("hefu");
        assertThat(system.writing("order"))
                .isEqualTo(new WritingSwitch(true, Optional.of("王芳"), Optional.of("2026-11-20"), Optional.of("7f3a")));
    }

    @Test
    void readingIsTheDefault() throws IOException {
        SystemDefinition system = system("""
                system: depot
                title: {zh: 仓储系统, en: Depot}
                kind: jdbc
                url: "jdbc:sqlite:depot.db"
                zone: +08:00
                """);
        assertThat(system.writing("order").enabled()).isFalse();
    }

    @Test
    void secretsMayStandInTheEnvironmentInAFileOrInPlaceholders() throws IOException {
        SystemDefinition system = system("""
                system: depot
                title: {zh: 仓储系统, en: Depot}
                kind: http
                transport: direct:depot-http
                zone: Asia/Shanghai
                auth: {kind: header, header: X-API-Key, secret: file:secrets/depot}
                resources:
                  stocks:
                    list: {method: GET, path: "/stocks?token={secret}", headers: {Authorization: "Bearer {secret}"}}
                """);
        assertThat(system.resource("stocks")).isPresent();
    }

    private SystemDefinition system(String yaml) throws IOException {
        Path file = Files.createDirectories(home.resolve("config/systems")).resolve("depot.system.yaml");
        Files.writeString(file, yaml);
        Violations violations = new Violations();
        Definitions definitions = Definitions.load(home, List.of(SystemsCompiler.SYSTEMS), violations);
        Systems systems = SystemsCompiler.compile(definitions, Installation.dictionary(), violations);
        violations.throwIfAny();
        return systems.find("depot").orElseThrow();
    }
}
