package io.hefu.definition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The edited files of an installation, read and checked against their schemas. Immutable. */
public final class Definitions {
    private final List<DefinitionFile> files;
    private final List<DefinitionFinder.Found> faulty;
    private final String version;

    private Definitions(List<DefinitionFile> files, List<DefinitionFinder.Found> faulty, String version) {
        this.files = List.copyOf(files);
        this.faulty = List.copyOf(faulty);
        this.version = version;
    }

    /**
     * Reads every file of these kinds. A file with a fault is left out, its faults are in the violations, and
     * {@link #isFaulty} says so, so that what refers to it is not called wrong as well.
     *
     * @param home the installation's folder: holds routes/, mappings/ and config/
     */
    public static Definitions load(Path home, List<DefinitionKind> kinds, Violations violations) {
        if (!Files.isDirectory(home)) {
            violations.add(
                    Position.of(home.toString()),
                    Text.of("没有这个文件夹", "there is no such folder"),
                    Text.of("一个装有 routes、mappings 和 config 的文件夹", "a folder with routes, mappings and config in it"),
                    Text.of("检查路径", "check the path"));
            return new Definitions(List.of(), List.of(), "");
        }
        List<DefinitionFinder.Found> found = new DefinitionFinder(home, kinds, violations).find();
        if (found.isEmpty() && violations.isEmpty()) {
            violations.add(
                    Position.of(home.toString()),
                    Text.of("这个文件夹里没有定义文件", "the folder holds no definitions"),
                    Spelling.listed(
                            kinds.stream().map(DefinitionKind::root).distinct().toList()),
                    Text.of("指向安装文件夹本身，而不是它里面的文件夹", "name the installation's folder itself, not one inside it"));
        }
        return read(found, violations);
    }

    /** The faultless files of a kind, in the order of their paths. */
    public List<DefinitionFile> files(DefinitionKind kind) {
        return files.stream().filter(file -> file.kind().equals(kind)).toList();
    }

    /** As {@link #files(DefinitionKind)}, for kinds whose ids must be unique: a further file of the same id is refused. */
    public List<DefinitionFile> uniqueFiles(DefinitionKind kind, Violations violations) {
        Map<String, DefinitionFile> byId = new LinkedHashMap<>();
        for (DefinitionFile file : files(kind)) {
            DefinitionFile first = byId.putIfAbsent(file.id(), file);
            if (first != null) {
                violations.add(
                        Position.of(file.position().file()),
                        Text.of(
                                "%s 已有文件 %s",
                                "%s has the file %s already",
                                file.id(),
                                first.position().file()),
                        Text.of("每个 id 一个文件", "one file an id"),
                        Text.of("合并两个文件，或改其中一个的名字", "join the two files, or rename one of them"));
            }
        }
        return List.copyOf(byId.values());
    }

    /** Whether a file of that kind and id is there but could not be used. */
    public boolean isFaulty(DefinitionKind kind, String id) {
        return faulty.stream()
                .anyMatch(file -> file.kind().equals(kind) && file.id().equals(id));
    }

    /** Whether the file of that name, as messages say it, is there but could not be used. */
    public boolean isFaulty(String file) {
        return faulty.stream().anyMatch(found -> found.name().equals(file));
    }

    /** Changes whenever the content or the name of any file changes; twelve hexadecimal digits. */
    public String version() {
        return version;
    }

    private static Definitions read(List<DefinitionFinder.Found> found, Violations violations) {
        List<DefinitionFile> files = new ArrayList<>();
        List<DefinitionFinder.Found> faulty = new ArrayList<>();
        MessageDigest digest = sha256();
        for (DefinitionFinder.Found each : found) {
            read(each, digest, violations).ifPresentOrElse(files::add, () -> faulty.add(each));
        }
        return new Definitions(files, faulty, HexFormat.of().formatHex(digest.digest(), 0, 6));
    }

    private static Optional<DefinitionFile> read(
            DefinitionFinder.Found found, MessageDigest digest, Violations violations) {
        Violations ofThis = new Violations();
        Optional<YamlNode> content = bytes(found, ofThis).flatMap(bytes -> {
            digest.update(found.name().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(sha256().digest(bytes));
            return YamlReader.read(found.name(), bytes, ofThis);
        });
        content.ifPresent(node -> Schema.of(found.kind()).check(node, ofThis));
        ofThis.all().forEach(violations::add);
        return content.filter(node -> ofThis.isEmpty()).map(node -> new DefinitionFile(found.kind(), found.id(), node));
    }

    private static Optional<byte[]> bytes(DefinitionFinder.Found found, Violations violations) {
        try (var in = Files.newInputStream(found.path())) {
            return Optional.of(in.readNBytes(YamlReader.SIZE_LIMIT + 1));
        } catch (IOException fault) {
            violations.add(DefinitionFinder.unreadable(found.name()));
            return Optional.empty();
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
