package io.hefu.demo;

import io.hefu.demo.company.Endpoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the bundled installation in a folder of the demo's own, pointed at the demo's systems. */
final class DemoHome {
    private static final List<String> EDITED = List.of("config", "mappings", "routes");
    private static final String OFF = "{enabled: false}";

    private final Path folder;

    private DemoHome(Path folder) {
        this.folder = folder;
    }

    /** Where the program's own installation is. */
    static Path bundled() {
        return Path.of(System.getProperty("hefu.home", "")).toAbsolutePath();
    }

    /** Makes it anew: what an earlier demo left there is gone. */
    static DemoHome make(Path bundled, Path folder, Endpoints endpoints) throws IOException {
        delete(folder);
        for (String part : EDITED) {
            copy(bundled.resolve(part), folder.resolve(part));
        }
        DemoHome home = new DemoHome(folder);
        home.write("config/application.yaml", settings(endpoints));
        home.secret("erp.password", endpoints.erp().password());
        home.secret("finance.password", endpoints.finance().password());
        home.secret("crm.key", endpoints.crm().apiKey());
        home.secret("mailbox.password", endpoints.mail().password());
        return home;
    }

    private void secret(String name, String value) throws IOException {
        write("config/secrets/" + name, value);
        Path file = folder.resolve("config/secrets/" + name);
        if (Files.getFileStore(file).supportsFileAttributeView(PosixFileAttributeView.class)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    Path folder() {
        return folder;
    }

    /** Switches writing on for everything that the installation may write, as a person does who has looked at the plan. */
    void switchOn(String by, String since, String plan) throws IOException {
        String on = "{enabled: true, by: " + by + ", since: \"" + since + "\", plan: " + plan + "}";
        try (Stream<Path> systems = Files.list(folder.resolve("config/systems"))) {
            for (Path system : systems.toList()) {
                Files.writeString(system, Files.readString(system).replace(OFF, on));
            }
        }
    }

    private static String settings(Endpoints endpoints) {
        return """
                # Made by the demo, anew at every start.
                hub: {url: "jdbc:sqlite:${home}/var/hub.db"}
                zone: Asia/Shanghai
                company: {zh: 宁波合远进出口有限公司（虚构）, en: Ningbo Heyuan Import & Export (made up)}
                placeholders:
                  erp: {url: "%s", user: "%s", every: "1500"}
                  finance: {url: "%s", user: "%s", start: "200", every: "1500", deliver: "500"}
                  crm: {url: "%s", start: "100", every: "1500", deliver: "1000"}
                  mailbox: {host: "%s", port: "%d", user: "%s", start: "300", every: "2000", deliver: "2000"}
                  mail: {host: "%s", port: "%d", from: "%s"}
                  waiting: {every: "1000"}
                  clock: {start: "1000", every: "30000"}
                """.formatted(
                        endpoints.erp().jdbcUrl(),
                        endpoints.erp().user(),
                        endpoints.finance().jdbcUrl(),
                        endpoints.finance().user(),
                        endpoints.crm().baseUrl(),
                        endpoints.mail().host(),
                        endpoints.mail().imapPort(),
                        endpoints.mail().user(),
                        endpoints.mail().host(),
                        endpoints.mail().smtpPort(),
                        endpoints.mail().address());
    }

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
