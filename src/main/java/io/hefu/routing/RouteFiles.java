package io.hefu.routing;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.definition.Violations;
import io.hefu.definition.YamlList;
import io.hefu.definition.YamlMap;
import io.hefu.definition.YamlNode;
import io.hefu.definition.YamlReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The routes files of an installation: their names, their content, and the entries in them. */
final class RouteFiles {
    static final String FOLDER = "routes";
    static final String ENDING = ".camel.yaml";

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*\\.camel\\.yaml");
    private static final Set<String> KEYS = Set.of(RouteItem.ROUTE, RouteItem.CONFIGURATION);

    private final Map<String, byte[]> files;

    private RouteFiles(Map<String, byte[]> files) {
        this.files = files;
    }

    /** Reads the folder once, so that what is checked is what is loaded. */
    static RouteFiles read(Path home) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        Path folder = home.resolve(FOLDER);
        if (Files.isDirectory(folder)) {
            try (Stream<Path> found = Files.list(folder)) {
                for (Path file : found.filter(RouteFiles::isOurs).toList()) {
                    files.put(FOLDER + "/" + file.getFileName(), bytes(file));
                }
            }
        }
        return new RouteFiles(files);
    }

    /** Changes whenever a file's name or content changes. */
    String version() {
        MessageDigest digest = sha256();
        files.forEach((name, bytes) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(sha256().digest(bytes));
        });
        return HexFormat.of().formatHex(digest.digest(), 0, 6);
    }

    /** The entries of the faultless files. */
    List<RouteItem> items(Violations violations) {
        if (files.isEmpty()) {
            violations.add(
                    Position.of(FOLDER),
                    Text.of("没有路由文件", "there is no routes file"),
                    Text.same("routes/<id>" + ENDING),
                    Text.of("把随产品提供的 routes 文件夹放回来", "put back the routes folder that comes with the product"));
        }
        List<RouteItem> items = new ArrayList<>();
        files.forEach((name, bytes) -> items.addAll(items(name, bytes, violations)));
        return items;
    }

    private static List<RouteItem> items(String name, byte[] bytes, Violations violations) {
        if (!NAME.matcher(name.substring(FOLDER.length() + 1)).matches()) {
            violations.add(
                    Position.of(name),
                    Text.of("文件名看不出是路由", "the file name does not say that it holds routes"),
                    Text.of(
                            "<系统>.camel.yaml，用小写字母、数字和连字符",
                            "<system>.camel.yaml, in small letters, digits and hyphens"),
                    Text.of("改名，或移到别的文件夹", "rename it, or move it to another folder"));
            return List.of();
        }
        return YamlReader.read(name, bytes, violations)
                .map(root -> entries(name, bytes, root, violations))
                .orElse(List.of());
    }

    private static List<RouteItem> entries(String name, byte[] bytes, YamlNode root, Violations violations) {
        if (!(root instanceof YamlList list)) {
            refuse(root.position(), violations);
            return List.of();
        }
        List<String> lines = new String(bytes, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .lines()
                .toList();
        List<RouteItem> items = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            YamlNode node = list.items().get(i);
            int line = node.position().line();
            int next = i + 1 < list.items().size()
                    ? list.items().get(i + 1).position().line()
                    : lines.size() + 1;
            Optional<Map.Entry<String, YamlMap>> entry = entry(node);
            if (entry.isEmpty() || next <= line || !lines.get(line - 1).startsWith("-")) {
                refuse(node.position(), violations);
            } else {
                RouteItem item =
                        new RouteItem(name, entry.get().getKey(), entry.get().getValue(), only(lines, line, next));
                items.add(item);
            }
        }
        return items;
    }

    private static Optional<Map.Entry<String, YamlMap>> entry(YamlNode node) {
        if (node instanceof YamlMap map && map.entries().size() == 1) {
            Map.Entry<String, YamlNode> only =
                    map.entries().entrySet().iterator().next();
            String key = Vocabulary.camelCase(only.getKey());
            if (KEYS.contains(key) && only.getValue() instanceof YamlMap body) {
                return Optional.of(Map.entry(key, body));
            }
        }
        return Optional.empty();
    }

    private static void refuse(Position position, Violations violations) {
        violations.add(
                position,
                Text.of("这里不是一条路由", "this is no route"),
                Text.of(
                        "文件是一个列表，每项以“- route:”或“- routeConfiguration:”开头，内容缩进在它下面",
                        "the file is a list; each item starts a line with “- route:” or “- routeConfiguration:”, its content indented under it"),
                Text.of("照着 routes/crm.camel.yaml 的样子写", "write it as routes/crm.camel.yaml does"));
    }

    /** Lines from one entry up to the next; the others empty. */
    private static String only(List<String> lines, int line, int next) {
        StringBuilder kept = new StringBuilder();
        for (int i = 1; i <= lines.size(); i++) {
            kept.append(i >= line && i < next ? lines.get(i - 1) : "").append('\n');
        }
        return kept.toString();
    }

    private static boolean isOurs(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && !name.startsWith(".") && !name.endsWith("~") && !name.endsWith(".md");
    }

    private static byte[] bytes(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(YamlReader.SIZE_LIMIT + 1);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException("every Java has SHA-256", fault);
        }
    }
}
