package io.hefu.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A page of the documentation: its headings and its fenced blocks, in the order in which they stand.
 *
 * @param headings as written, with their leading {@code #}
 */
public record Page(Path file, List<String> headings, List<Block> blocks) {
    private static final String FENCE = "```";

    /**
     * What stands between two fences.
     *
     * @param language what follows the opening fence, such as {@code yaml}
     * @param line of the opening fence, from 1
     */
    public record Block(Path file, int line, String language, List<String> lines) {
        public String text() {
            return String.join("\n", lines) + "\n";
        }

        @Override
        public String toString() {
            return file + ":" + line;
        }
    }

    public static Page read(Path file) {
        try {
            return of(file, Files.readAllLines(file));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private static Page of(Path file, List<String> lines) {
        List<String> headings = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        Block open = null;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith(FENCE)) {
                if (open == null) {
                    open = new Block(file, i + 1, line.substring(FENCE.length()).strip(), new ArrayList<>());
                } else {
                    blocks.add(open);
                    open = null;
                }
            } else if (open != null) {
                open.lines().add(line);
            } else if (line.startsWith("#")) {
                headings.add(line);
            }
        }
        return new Page(file, headings, blocks);
    }

    /** Every page that a reader may open, the guide's first. */
    public static List<Page> all(Path checkout) {
        List<Path> files = new ArrayList<>();
        for (Path folder : List.of(checkout.resolve("docs"), checkout.resolve("config"), checkout)) {
            try (Stream<Path> found = Files.walk(folder, folder.equals(checkout) ? 1 : 9)) {
                found.filter(file -> file.toString().endsWith(".md")).sorted().forEach(files::add);
            } catch (IOException fault) {
                throw new UncheckedIOException(fault);
            }
        }
        return files.stream().map(Page::read).toList();
    }

    public static List<Page> guide(Path checkout) {
        Path guide = checkout.resolve("docs/guide");
        return all(checkout).stream()
                .filter(page -> page.file().startsWith(guide))
                .toList();
    }

    boolean chinese() {
        return file.toString().endsWith(".zh-CN.md");
    }

    Locale locale() {
        return chinese() ? Locale.CHINESE : Locale.ENGLISH;
    }

    /** The same page in the other language. */
    Path other() {
        String name = file.getFileName().toString();
        return file.resolveSibling(chinese() ? name.replace(".zh-CN.md", ".md") : name.replace(".md", ".zh-CN.md"));
    }

    /** What a link may name after {@code #}, as the places where such pages are shown make it. */
    List<String> anchors() {
        return headings.stream()
                .map(heading -> heading.replaceFirst("^#+ +", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .toList();
    }

    List<Block> blocksOf(String language) {
        return blocks.stream()
                .filter(block -> block.language().equals(language))
                .toList();
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
