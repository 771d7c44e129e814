package io.hefu.definition;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the edited files of an installation, and refuses those whose names say no kind. */
final class DefinitionFinder {
    /** A file and what its name says that it is. */
    record Found(DefinitionKind kind, String id, Path path, String name) {}

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final String ENDING = ".yaml";
    private static final Set<FileVisitOption> FOLLOWING = Set.of(FileVisitOption.FOLLOW_LINKS);

    private final Path home;
    private final List<DefinitionKind> kinds;
    private final Violations violations;

    DefinitionFinder(Path home, List<DefinitionKind> kinds, Violations violations) {
        this.home = home;
        this.kinds = kinds;
        this.violations = violations;
    }

    /** In the order of paths, so that messages and the version do not depend on the file system. */
    List<Found> find() {
        List<Path> files = new ArrayList<>();
        kinds.stream()
                .map(DefinitionKind::root)
                .distinct()
                .map(home::resolve)
                .filter(Files::isDirectory)
                .forEach(root -> collect(root, files));
        return files.stream()
                .distinct()
                .sorted(Comparator.comparing(this::nameOf))
                .flatMap(path -> recognise(path).stream())
                .toList();
    }

    private void collect(Path root, List<Path> files) {
        try {
            Files.walkFileTree(root, FOLLOWING, 8, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    if (!isOurs(folder)) {
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    if (folder.getFileName().toString().endsWith(ENDING)) {
                        refuseNoFile(folder, Text.of("这是文件夹，不是文件", "it is a folder and no file"));
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isOurs(file) && Files.isRegularFile(file)) {
                        files.add(file);
                    } else if (isOurs(file)) {
                        refuseNoFile(file, Text.of("这里没有能读的文件", "there is no file to be read"));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException fault) {
                    violations.add(unreadable(nameOf(file)));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException fault) {
            violations.add(unreadable(nameOf(root)));
        }
    }

    /** Not hidden, no editor's leftover, no page for people, and not the schemas themselves. */
    private static boolean isOurs(Path path) {
        String name = path.getFileName().toString();
        boolean schemas = name.equals("schema") && path.getParent().endsWith("mappings");
        return !name.startsWith(".") && !name.endsWith("~") && !name.endsWith(".md") && !schemas;
    }

    private void refuseNoFile(Path path, Text what) {
        violations.add(
                Position.of(nameOf(path)),
                what,
                Text.of("普通文件", "a regular file"),
                Text.of("改名或删除；若是链接，检查它指向哪里", "rename or remove it; if it is a link, check where it points"));
    }

    private Optional<Found> recognise(Path path) {
        String name = nameOf(path);
        String file = path.getFileName().toString();
        List<DefinitionKind> here = kindsOf(name);
        for (DefinitionKind kind : here) {
            String ending = "." + kind.suffix() + ENDING;
            if (file.endsWith(ending)
                    && ID.matcher(file.substring(0, file.length() - ending.length()))
                            .matches()) {
                return Optional.of(new Found(kind, file.substring(0, file.length() - ending.length()), path, name));
            }
        }
        refuseName(name, file, here);
        return Optional.empty();
    }

    /** The kinds of the deepest folder that is a kind's root and holds the file. */
    private List<DefinitionKind> kindsOf(String name) {
        int depth = kinds.stream()
                .map(DefinitionKind::root)
                .filter(root -> name.startsWith(root + "/"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return kinds.stream()
                .filter(kind ->
                        name.startsWith(kind.root() + "/") && kind.root().length() == depth)
                .toList();
    }

    private void refuseName(String name, String file, List<DefinitionKind> here) {
        List<String> allowed =
                here.stream().map(kind -> "<id>." + kind.suffix() + ENDING).toList();
        violations.add(
                Position.of(name),
                Text.of("文件名 %s 看不出种类", "the file name %s does not say its kind", file),
                Text.of(
                        "%s，<id> 用小写字母、数字和连字符",
                        "%s, with <id> in small letters, digits and hyphens", String.join(", ", allowed)),
                Text.of("改名，或移到别的文件夹", "rename it, or move it to another folder"));
    }

    static Violation unreadable(String name) {
        return new Violation(
                Position.of(name),
                Text.of("读不了", "it cannot be read"),
                Text.NONE,
                Text.of("检查运行 Hefu 的账户对它的读权限", "check that the account that runs Hefu may read it"));
    }

    private String nameOf(Path path) {
        return home.relativize(path).toString().replace('\\', '/');
    }
}
