package io.hefu.cli;

import io.hefu.definition.CheckedYaml;
import io.hefu.definition.DefinitionKind;
import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import io.hefu.store.HubSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code config/application.yaml}; every fault becomes a violation, and what is not there has its default. */
final class SettingsFile {
    private static final String FILE = "config/application.yaml";
    private static final DefinitionKind KIND = new DefinitionKind("application", "config");
    private static final String HOME = "${home}";

    private final Home home;
    private final Function<String, Optional<String>> environment;
    private final Violations violations;

    private SettingsFile(Home home, Function<String, Optional<String>> environment, Violations violations) {
        this.home = home;
        this.environment = environment;
        this.violations = violations;
    }

    static Settings read(Home home, Function<String, Optional<String>> environment, Violations violations) {
        return new SettingsFile(home, environment, violations).read();
    }

    private Settings read() {
        YamlMap root = root().orElse(new YamlMap(Position.of(FILE), Map.of()));
        YamlMap web = root.map("web").orElse(new YamlMap(root.position(), Map.of()));
        Map<String, String> placeholders = new HashMap<>();
        root.map("placeholders").ifPresent(map -> flatten("", map, placeholders));
        return new Settings(
                hub(root),
                zone(root),
                root.text("language").flatMap(Language::named),
                root.map("company").map(company -> root.words("company")),
                port(web),
                placeholders);
    }

    private Optional<YamlMap> root() {
        Path file = home.folder().resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return CheckedYaml.read(FILE, Files.readAllBytes(file), KIND, violations);
        } catch (IOException fault) {
            violations.add(
                    Position.of(FILE),
                    Text.of("读不了", "it cannot be read"),
                    Text.NONE,
                    Text.of("检查运行 Hefu 的账户对它的读权限", "check that the account that runs Hefu may read it"));
            return Optional.empty();
        }
    }

    private HubSettings hub(YamlMap root) {
        YamlMap hub = root.map("hub").orElse(new YamlMap(root.position(), Map.of()));
        String url = hub.text("url")
                .orElse("jdbc:sqlite:" + HOME + "/var/hub.db")
                .replace(HOME, home.folder().toString());
        return new HubSettings(url, hub.text("user"), hub.scalar("password").flatMap(this::secret));
    }

    /** Never the value itself: the file is read and copied by many. */
    private Optional<String> secret(YamlScalar written) {
        String text = written.text();
        Optional<String> value = Optional.empty();
        if (text.startsWith("env:")) {
            value = environment.apply(text.substring(4));
        } else if (text.startsWith("file:")) {
            value = content(home.config().resolve(text.substring(5)));
        }
        if (value.isEmpty()) {
            violations.add(
                    written.position(),
                    Text.of("找不到这个密码", "the password is not there"),
                    Text.of("env:变量名 或 file:路径（相对 config/）", "env:NAME or file:path (relative to config/)"),
                    Text.of("设置该环境变量或写好该文件", "set that environment variable or write that file"));
        }
        return value;
    }

    private static Optional<String> content(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.UTF_8).strip());
        } catch (IOException | RuntimeException missing) {
            return Optional.empty();
        }
    }

    private ZoneId zone(YamlMap root) {
        try {
            return ZoneId.of(root.text("zone").orElse("Asia/Shanghai"));
        } catch (DateTimeException unknown) {
            violations.add(
                    root.at("zone"),
                    Text.of("没有时区 %s", "there is no zone %s", root.text("zone").orElse("")),
                    Text.of("IANA 时区名", "a zone's IANA name"),
                    Text.same("Asia/Shanghai"));
            return ZoneId.of("Asia/Shanghai");
        }
    }

    private static int port(YamlMap web) {
        return web.text("port")
                .filter(written -> written.matches("[0-9]{1,5}"))
                .map(Integer::valueOf)
                .orElse(Settings.PORT);
    }

    private static void flatten(String prefix, YamlMap map, Map<String, String> into) {
        map.entries().forEach((key, node) -> flatten(prefix + key, node, into));
    }

    private static void flatten(String name, YamlNode node, Map<String, String> into) {
        if (node instanceof YamlMap map) {
            flatten(name + ".", map, into);
        } else if (node instanceof YamlScalar scalar) {
            into.put(name, scalar.text());
        }
    }
}
