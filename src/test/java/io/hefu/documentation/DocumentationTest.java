package io.hefu.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.Installation;
import io.hefu.cli.CommandTable;
import io.hefu.cli.Typed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What the documentation says is so. A YAML block of the guide whose first line names its file is put into a copy of the
 * shipped installation, which must then be in order; an example of a mapping is mapped and compared (see
 * {@link ExampleLine}); commands and options exist; links lead somewhere; both languages say the same. The transcripts of
 * the guide are run by {@code io.hefu.cli.TranscriptTest}.
 */
class DocumentationTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern COMMAND = Pattern.compile("(?:^|[`$ ])(?:\\./)?hefu ([a-z]+)\\b([^`#|\\n]*)");
    private static final Pattern OPTION = Pattern.compile("(?<=\\s)--?[a-z][a-z-]*");
    private static final Set<String> LEAVES = Set.of("demo", "bench");

    @TempDir
    Path home;

    static List<Page> pages() {
        return Page.all(Installation.SHIPPED);
    }

    static List<Page> guide() {
        return Page.guide(Installation.SHIPPED);
    }

    static Stream<Page> english() {
        return guide().stream().filter(page -> !page.chinese());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyLinkLeadsSomewhere(Page page) throws IOException {
        List<String> broken = new ArrayList<>();
        String text = Files.readString(page.file());
        LINK.matcher(text).results().map(link -> link.group(1)).forEach(link -> {
            if (!link.contains("://") && !link.startsWith("mailto:") && !leads(page, link)) {
                broken.add(link);
            }
        });
        assertThat(broken).as(page.file().toString()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyCommandAndOptionNamedExists(Page page) throws IOException {
        Map<String, CommandSpec> commands = CommandTable.commands();
        List<String> wrong = new ArrayList<>();
        COMMAND.matcher(Files.readString(page.file())).results().forEach(named -> {
            CommandSpec command = commands.get(named.group(1));
            if (command == null) {
                wrong.add("hefu " + named.group(1));
            } else if (!LEAVES.contains(named.group(1))) {
                OPTION.matcher(named.group(2)).results().map(MatchResult::group).forEach(option -> {
                    if (command.findOption(option) == null) {
                        wrong.add("hefu " + named.group(1) + " " + option);
                    }
                });
            }
        });
        assertThat(wrong).as(page.file().toString()).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("english")
    void bothLanguagesHaveTheSameSectionsAndExamples(Page page) {
        assertThat(page.other()).exists();
        Page chinese = Page.read(page.other());
        assertThat(levels(chinese)).isEqualTo(levels(page));
        assertThat(chinese.blocksOf("yaml").stream().map(Page.Block::text))
                .isEqualTo(page.blocksOf("yaml").stream().map(Page.Block::text).toList());
        assertThat(chinese.blocksOf("text").stream().map(DocumentationTest::compared))
                .isEqualTo(page.blocksOf("text").stream()
                        .map(DocumentationTest::compared)
                        .toList());
        assertThat(Transcript.commands(chinese)).isEqualTo(Transcript.commands(page));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("english")
    void theFilesOfTheGuideAreInOrder(Page page) {
        List<GuideFile> files =
                files(page).stream().filter(file -> !file.isExampleOfFields()).toList();
        if (files.isEmpty() || !Transcript.commands(page).isEmpty()) {
            return;
        }
        Installation.copy(home, home.resolve("nothing"));
        files.forEach(file -> file.putInto(home));
        Typed checked = Typed.in(Locale.ENGLISH, home, "check");
        assertThat(checked.out()).as(page.file().toString()).startsWith("The definitions are in order");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("guide")
    void theMappingsOfTheGuideMakeOfARowWhatTheGuideSays(Page page) {
        int number = 0;
        List<String> differences = new ArrayList<>();
        for (int i = 0; i + 1 < page.blocks().size(); i++) {
            List<ExampleLine> lines = lines(page.blocks().get(i + 1));
            if (!lines.isEmpty()) {
                GuideFile file = GuideFile.of(page.blocks().get(i)).orElseThrow();
                Path own = home.resolve("example" + number++);
                Installation.copy(own, own.resolve("nothing"));
                files(page).stream()
                        .filter(other -> other.path().startsWith("mappings/dictionary/"))
                        .forEach(other -> other.putInto(own));
                differences.addAll(new MappingExample(file, lines, page.locale(), own).differences());
            }
        }
        assertThat(differences).isEmpty();
    }

    private static List<GuideFile> files(Page page) {
        return page.blocks().stream()
                .flatMap(block -> GuideFile.of(block).stream())
                .toList();
    }

    /** Empty when the block is no example; else every line of it must be one. */
    private static List<ExampleLine> lines(Page.Block block) {
        boolean example = block.language().equals("text")
                && block.lines().stream().anyMatch(line -> ExampleLine.of(line).isPresent());
        return example
                ? block.lines().stream()
                        .map(line -> ExampleLine.of(line)
                                .orElseThrow(() -> new AssertionError(block + ": no line of an example: " + line)))
                        .toList()
                : List.of();
    }

    /** What is said to people differs by language; that something is said does not. */
    private static String compared(Page.Block block) {
        return lines(block).isEmpty() ? "" : block.text().replaceAll("([✗–]).*", "$1");
    }

    private static List<String> levels(Page page) {
        return page.headings().stream()
                .map(heading -> heading.replaceAll("[^#].*", ""))
                .toList();
    }

    private static boolean leads(Page page, String link) {
        String[] parts = link.split("#", 2);
        Path file = parts[0].isEmpty()
                ? page.file()
                : page.file().resolveSibling(parts[0]).normalize();
        boolean there = Files.exists(file);
        return there && (parts.length == 1 || Page.read(file).anchors().contains(parts[1]));
    }
}
