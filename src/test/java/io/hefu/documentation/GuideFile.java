package io.hefu.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A YAML block of the guide that says in its first line which file it is: {@code # mappings/crm/contact.mapping.yaml} for a
 * whole file, {@code # config/systems/finance.system.yaml, writing:} for entries under one key of a file.
 *
 * @param under the key that the entries stand under; empty for a whole file
 */
public record GuideFile(Page.Block block, String path, Optional<String> under) {
    private static final Pattern FIRST = Pattern.compile("# ((?:mappings|config|routes)/\\S+\\.yaml)(?:, (\\w+):)?");
    private static final Pattern MAPPING = Pattern.compile("mappings/([a-z0-9-]+)/([a-z0-9-]+)\\.mapping\\.yaml");

    public static Optional<GuideFile> of(Page.Block block) {
        Matcher first =
                FIRST.matcher(block.lines().isEmpty() ? "" : block.lines().get(0));
        return block.language().equals("yaml") && first.matches()
                ? Optional.of(new GuideFile(block, first.group(1), Optional.ofNullable(first.group(2))))
                : Optional.empty();
    }

    Optional<Matcher> mapping() {
        return Optional.of(MAPPING.matcher(path)).filter(Matcher::matches);
    }

    /** Fields of a mapping are tried by themselves, without the rest of the file. */
    boolean isExampleOfFields() {
        return mapping().isPresent() && under.equals(Optional.of("fields"));
    }

    List<String> content() {
        return block.lines().subList(1, block.lines().size());
    }

    /** Puts it into an installation: the whole file, or its entries beside or in place of those that the file has. */
    public void putInto(Path home) {
        try {
            Path file = home.resolve(path);
            Files.createDirectories(file.getParent());
            List<String> lines = under.isEmpty() ? content() : merged(Files.readAllLines(file), under.get());
            Files.write(file, lines);
        } catch (IOException fault) {
            throw new UncheckedIOException(block + ": " + fault, fault);
        }
    }

    private List<String> merged(List<String> file, String key) {
        List<String> before = new ArrayList<>();
        List<String> section = new ArrayList<>();
        List<String> after = new ArrayList<>();
        boolean inside = false;
        for (String line : file) {
            if (line.matches(key + ": *(#.*)?")) {
                inside = true;
                continue;
            }
            inside = inside && (line.isBlank() || line.startsWith(" "));
            (inside ? section : section.isEmpty() ? before : after).add(line);
        }
        Map<String, List<String>> entries = entries(section);
        entries.putAll(entries(content().stream().map(line -> "  " + line).toList()));
        before.add(key + ":");
        entries.values().forEach(before::addAll);
        before.addAll(after);
        return before;
    }

    /** Lines by the entry, two blanks deep, that they belong to. */
    private static Map<String, List<String>> entries(List<String> lines) {
        Map<String, List<String>> entries = new LinkedHashMap<>();
        String entry = "";
        for (String line : lines) {
            if (line.matches(" {2}[^ #].*")) {
                entry = line.substring(2, line.indexOf(':'));
                entries.put(entry, new ArrayList<>());
            }
            entries.computeIfAbsent(entry, unseen -> new ArrayList<>()).add(line);
        }
        return entries;
    }
}
