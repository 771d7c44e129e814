package io.hefu.bench;

import io.hefu.servers.Login;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The installation that is measured: edited files as any has them, written into a folder from the jar. */
record BenchHome(Path folder, Map<String, String> properties) {
    private static final List<String> FILES = List.of(
            "mappings/dictionary/customer.dictionary.yaml",
            "mappings/dictionary/codes/customer-level.codes.yaml",
            "mappings/dictionary/codes/currency.codes.yaml",
            "mappings/erp/customer.mapping.yaml",
            "mappings/crm/customer.mapping.yaml",
            "config/systems/erp.system.yaml",
            "config/systems/crm.system.yaml",
            "config/rules/customer.rules.yaml");

    static BenchHome write(Path folder, Login source, Login target) throws IOException {
        for (String file : FILES) {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            try (InputStream content = BenchHome.class.getResourceAsStream("home/" + file)) {
                Files.write(path, content.readAllBytes());
            }
        }
        secret(folder, "source", source);
        secret(folder, "target", target);
        return new BenchHome(
                folder,
                Map.of(
                        "source.url", source.jdbcUrl(),
                        "source.user", source.user(),
                        "target.url", target.jdbcUrl(),
                        "target.user", target.user()));
    }

    private static void secret(Path folder, String name, Login login) throws IOException {
        Path file = folder.resolve("config").resolve(name + ".secret");
        Files.writeString(file, login.password(), StandardCharsets.UTF_8);
    }

    Path config() {
        return folder.resolve("config");
    }

    Optional<String> property(String name) {
        return Optional.ofNullable(properties.get(name));
    }
}
