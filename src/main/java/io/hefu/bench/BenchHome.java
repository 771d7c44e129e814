package io.hefu.bench;

import io.hefu.servers.Login;
import io.hefu.store.HubSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Writes the installation that is measured: edited files as any has them, from the jar, with the way and the error policy
 * of the installation that the bench was started from.
 */
final class BenchHome {
    private static final List<String> FILES = List.of(
            "mappings/dictionary/customer.dictionary.yaml",
            "mappings/dictionary/codes/customer-level.codes.yaml",
            "mappings/dictionary/codes/currency.codes.yaml",
            "mappings/erp/customer.mapping.yaml",
            "mappings/crm/customer.mapping.yaml",
            "config/systems/erp.system.yaml",
            "config/systems/crm.system.yaml",
            "config/rules/customer.rules.yaml");
    private static final List<String> ROUTES = List.of("way.camel.yaml", "errors.camel.yaml");
    private static final String SETTINGS = """
            hub: {url: "%s"%s}
            zone: Asia/Shanghai
            placeholders:
              source: {url: "%s", user: "%s"}
              target: {url: "%s", user: "%s"}
            """;

    private final Path folder;

    private BenchHome(Path folder) {
        this.folder = folder;
    }

    static void write(Path folder, HubSettings hub, Login source, Login target) throws IOException {
        BenchHome home = new BenchHome(folder);
        home.files();
        home.routes();
        home.settings(hub, source, target);
    }

    private void files() throws IOException {
        for (String file : FILES) {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            try (InputStream content = BenchHome.class.getResourceAsStream("home/" + file)) {
                Files.write(path, content.readAllBytes());
            }
        }
    }

    private void routes() throws IOException {
        Path from = Path.of(System.getProperty("hefu.home", "")).resolve("routes");
        Path to = Files.createDirectories(folder.resolve("routes"));
        for (String file : ROUTES) {
            Files.copy(from.resolve(file), to.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void settings(HubSettings hub, Login source, Login target) throws IOException {
        Path config = folder.resolve("config");
        String login = hub.user()
                .map(", user: \"%s\", password: \"file:hub.secret\""::formatted)
                .orElse("");
        String settings =
                SETTINGS.formatted(hub.url(), login, source.jdbcUrl(), source.user(), target.jdbcUrl(), target.user());
        Files.writeString(config.resolve("application.yaml"), settings, StandardCharsets.UTF_8);
        secret("hub", hub.password().orElse(""));
        secret("source", source.password());
        secret("target", target.password());
    }

    private void secret(String name, String password) throws IOException {
        Files.writeString(folder.resolve("config").resolve(name + ".secret"), password, StandardCharsets.UTF_8);
    }
}
