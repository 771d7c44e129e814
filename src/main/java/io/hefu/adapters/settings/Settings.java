package io.hefu.adapters.settings;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.definition.YamlMap;
import io.hefu.systems.SystemDefinition;
import io.hefu.systems.SystemFault;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A system's file, read with its surroundings: {@code env:NAME} and {@code file:path} stand for what is kept outside,
 * <code>{{name}}</code> for a property.
 */
public final class Settings {
    static final Pattern PROPERTY = Pattern.compile("\\{\\{([^{}]+)}}");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    private final SystemDefinition system;
    private final Surroundings surroundings;

    public Settings(SystemDefinition system, Surroundings surroundings) {
        this.system = system;
        this.surroundings = surroundings;
    }

    public SystemDefinition system() {
        return system;
    }

    public Surroundings surroundings() {
        return surroundings;
    }

    public YamlMap root() {
        return system.settings();
    }

    /** @throws SystemFault when the key is not there or what it stands for is not */
    public String required(String key) {
        return text(key)
                .orElseThrow(() -> fatal(
                        root().at(key),
                        Text.of("缺少设置 %s", "the setting %s is missing", key),
                        Text.of("在系统文件中补上 %s", "add %s to the system's file", key)));
    }

    public Optional<String> text(String key) {
        return text(root(), key);
    }

    public Optional<String> text(YamlMap map, String key) {
        return map.text(key).map(written -> resolved(written, at(map, key)));
    }

    /** A password, token or key; never a literal. */
    public Optional<String> secret(YamlMap map, String key) {
        return map.text(key).map(written -> {
            if (!written.startsWith("env:") && !written.startsWith("file:")) {
                throw fatal(
                        at(map, key),
                        Text.of("密码不能直接写在文件里", "a secret may not stand in the file itself"),
                        Text.of("写成 env:变量名 或 file:路径", "write env:NAME or file:path"));
            }
            return resolved(written, at(map, key));
        });
    }

    public int integer(YamlMap map, String key, int otherwise) {
        return text(map, key).map(written -> number(written, at(map, key))).orElse(otherwise);
    }

    /** Such as {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}. */
    public Duration duration(YamlMap map, String key, Duration otherwise) {
        return text(map, key).map(written -> duration(written, at(map, key))).orElse(otherwise);
    }

    public SystemFault fatal(Position position, Text what, Text attempt) {
        return fault(SystemFault.Kind.FATAL, position, what, attempt, null);
    }

    /** A fault that says which key of the system's file it concerns. */
    public SystemFault fault(SystemFault.Kind kind, Position position, Text what, Text attempt, Throwable cause) {
        Text placed = Text.of("%s（%s）", "%s (%s)", what, position.toString());
        return new SystemFault(system.id(), kind, placed, attempt, cause);
    }

    /** Where a key stands, with its name even when it is not written. */
    public Position at(YamlMap map, String key) {
        return map.has(key)
                ? map.at(key)
                : new Position(map.position().file(), map.position().line(), key);
    }

    /** Where a key of the file's first level stands, or would stand. */
    public Position at(String key) {
        return at(root(), key);
    }

    private String resolved(String written, Position position) {
        if (written.startsWith("env:")) {
            String name = written.substring(4);
            return surroundings
                    .environment()
                    .apply(name)
                    .orElseThrow(() -> fatal(
                            position,
                            Text.of("环境变量 %s 没有设置", "the environment variable %s is not set", name),
                            Text.of("启动前设置 %s", "set %s before the start", name)));
        }
        return written.startsWith("file:") ? ofFile(written.substring(5), position) : withProperties(written, position);
    }

    private String ofFile(String path, Position position) {
        Path file = surroundings.config().resolve(path);
        try {
            return Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException failed) {
            throw fault(
                    SystemFault.Kind.FATAL,
                    position,
                    Text.of("读不到文件 %s", "the file %s cannot be read", path),
                    Text.of("把值写进这个文件，权限 0600", "put the value into that file, mode 0600"),
                    failed);
        }
    }

    private String withProperties(String written, Position position) {
        Matcher matcher = PROPERTY.matcher(written);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1).trim();
            String value = surroundings
                    .properties()
                    .apply(name)
                    .orElseThrow(() -> fatal(
                            position,
                            Text.of("属性 {{%s}} 没有值", "the property {{%s}} has no value", name),
                            Text.of("在 application.yaml 中设置 %s", "set %s in application.yaml", name)));
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }

    private int number(String written, Position position) {
        if (written.matches("\\d{1,9}")) {
            return Integer.parseInt(written);
        }
        throw fatal(
                position,
                Text.of("“%s”不是整数", "“%s” is no whole number", written),
                Text.of("写一个整数，例如 100", "write a whole number such as 100"));
    }

    private Duration duration(String written, Position position) {
        Matcher matcher = DURATION.matcher(written);
        if (!matcher.matches()) {
            throw fatal(
                    position,
                    Text.of("“%s”不是时长", "“%s” is no duration", written),
                    Text.of("写成 500ms、30s、5m 或 2h", "write 500ms, 30s, 5m or 2h"));
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }
}
