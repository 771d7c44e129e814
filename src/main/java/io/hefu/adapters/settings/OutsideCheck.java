package io.hefu.adapters.settings;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.definition.Violation;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlList;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import io.hefu.systems.Systems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * What system files take from outside: every placeholder must have a value, and a file with a secret must not be open to
 * all. A secret that is not there is no fault of the files, which are checked on other machines too; it is told apart.
 */
public final class OutsideCheck {
    private final Surroundings surroundings;
    private final Violations violations;
    private final List<Violation> missing = new ArrayList<>();

    private OutsideCheck(Surroundings surroundings, Violations violations) {
        this.surroundings = surroundings;
        this.violations = violations;
    }

    /** @return the secrets that are not there on this machine */
    public static List<Violation> run(Systems systems, Surroundings surroundings, Violations violations) {
        OutsideCheck check = new OutsideCheck(surroundings, violations);
        systems.all().forEach(system -> check.node("", system.settings()));
        return List.copyOf(check.missing);
    }

    private void node(String key, YamlNode node) {
        if (node instanceof YamlMap map) {
            map.entries().forEach(this::node);
        } else if (node instanceof YamlList list) {
            list.items().forEach(item -> node("", item));
        } else if (key.equals("secret")) {
            secret((YamlScalar) node);
        } else {
            placeholders((YamlScalar) node);
        }
    }

    private void placeholders(YamlScalar written) {
        Matcher matcher = Settings.PROPERTY.matcher(written.text());
        while (matcher.find()) {
            String name = matcher.group(1).trim();
            if (surroundings.properties().apply(name).isEmpty()) {
                violations.add(
                        written.position(),
                        Text.of("占位符 {{%s}} 没有值", "the placeholder {{%s}} has no value", name),
                        Text.NONE,
                        Text.of(
                                "在 config/application.yaml 的 placeholders 下写上 %s，或改正名称",
                                "set %s under placeholders: in config/application.yaml, or correct the name", name));
            }
        }
        String rest = matcher.replaceAll("");
        if (rest.contains("{{") || rest.contains("}}")) {
            violations.add(
                    written.position(),
                    Text.of("占位符没有写完整", "a placeholder is not written to its end"),
                    Text.same("{{name}}"),
                    Text.of("补上缺的大括号", "add the brace that is missing"));
        }
    }

    private void secret(YamlScalar written) {
        String text = written.text();
        if (text.startsWith("env:")
                && surroundings.environment().apply(text.substring(4)).isEmpty()) {
            missing(
                    written.position(),
                    Text.of("环境变量 %s 没有设置", "the environment variable %s is not set", text.substring(4)),
                    Text.of("启动前设置它", "set it before the start"));
        } else if (text.startsWith("file:")) {
            file(written.position(), text.substring(5));
        }
    }

    private void file(Position position, String name) {
        Path file = surroundings.config().resolve(name);
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            missing(
                    position,
                    Text.of("读不到文件 %s", "the file %s cannot be read", name),
                    Text.of("把值写进 config/%s，权限 0600", "put the value into config/%s, mode 0600", name));
        } else if (isBlank(file)) {
            missing(
                    position,
                    Text.of("文件 %s 是空的", "the file %s is empty", name),
                    Text.of("把值写进去", "put the value into it"));
        } else if (isOpenToAll(file)) {
            violations.add(
                    position,
                    Text.of("谁都能读文件 %s", "anybody may read the file %s", name),
                    Text.of("只有运行 Hefu 的账户能读（0600）", "only the account that runs Hefu may read it (0600)"),
                    Text.same("chmod 600 config/" + name));
        }
    }

    private void missing(Position position, Text what, Text attempt) {
        missing.add(new Violation(position, what, Text.NONE, attempt));
    }

    private static boolean isBlank(Path file) {
        try {
            return Files.readString(file).isBlank();
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Where files have no such rights, nothing can be said. */
    private static boolean isOpenToAll(Path file) {
        try {
            return Optional.of(Files.getPosixFilePermissions(file))
                    .filter(rights -> rights.contains(PosixFilePermission.OTHERS_READ)
                            || rights.contains(PosixFilePermission.OTHERS_WRITE))
                    .isPresent();
        } catch (UnsupportedOperationException | IOException unknown) {
            return false;
        }
    }
}
