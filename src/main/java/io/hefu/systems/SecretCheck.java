package io.hefu.systems;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlList;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlScalar;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Refuses secrets that are written into a system's file: these files are read by many, copied and kept in version
 * control. The message never tells the value.
 */
final class SecretCheck {
    private static final Pattern ELSEWHERE = Pattern.compile("env:[A-Za-z_][A-Za-z0-9_]*|file:\\S.*");
    private static final Pattern IN_URL =
            Pattern.compile("(?i)//[^/@\\s]*:[^/@\\s]*@|[?&;](password|pwd|secret|token|api_?key)=(?!\\{)");
    private static final Set<String> CARRIERS = Set.of(
            "authorization", "password", "pwd", "passwd", "token", "accesstoken", "apikey", "xapikey", "clientsecret");

    private SecretCheck() {}

    static void run(YamlMap root, Violations violations) {
        root.entries().forEach((key, node) -> check(key, node, violations));
    }

    private static void check(String key, YamlNode node, Violations violations) {
        if (node instanceof YamlMap map) {
            map.entries().forEach((inner, value) -> check(inner, value, violations));
        } else if (node instanceof YamlList list) {
            list.items().forEach(item -> check("", item, violations));
        } else {
            checkText(key, (YamlScalar) node, violations);
        }
    }

    private static void checkText(String key, YamlScalar scalar, Violations violations) {
        String text = scalar.text();
        if (key.equals("secret") && !ELSEWHERE.matcher(text).matches()) {
            refuse(scalar.position(), Text.of("这里直接写了密钥", "a secret is written here"), violations);
        } else if (IN_URL.matcher(text).find()) {
            refuse(scalar.position(), Text.of("地址里写了密码", "a password is written in the address"), violations);
        } else if (isCarrier(key) && isLiteral(text)) {
            refuse(scalar.position(), Text.of("这里直接写了密钥", "a secret is written here"), violations);
        }
    }

    private static boolean isCarrier(String key) {
        return CARRIERS.contains(key.toLowerCase(Locale.ROOT).replace("-", "").replace("_", ""));
    }

    /** Neither a placeholder nor a place in an answer from which the value is taken. */
    private static boolean isLiteral(String text) {
        return !text.isBlank() && !text.contains("{") && !text.startsWith("$");
    }

    private static void refuse(Position position, Text what, Violations violations) {
        violations.add(
                position,
                Text.of("%s；这个文件会被许多人读到、复制和存档", "%s; this file is read, copied and archived by many", what),
                Text.of("env:变量名 或 file:路径（相对 config/）", "env:NAME or file:path (relative to config/)"),
                Text.of(
                        "把密钥放进环境变量或只有 Hefu 能读的文件，这里写 secret: env:变量名",
                        "put the secret into an environment variable or a file that only Hefu may read, and write secret: env:NAME"));
    }
}
