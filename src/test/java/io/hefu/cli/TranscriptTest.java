package io.hefu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.Installation;
import io.hefu.documentation.GuideFile;
import io.hefu.documentation.Page;
import io.hefu.documentation.Transcript;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Types what the page about operations types, from top to bottom in one installation, and compares what comes out with what
 * the page says. {@code -Dhefu.accept=true} writes into the page what came out, to be read before it is committed.
 */
class TranscriptTest {
    private static final Pattern UID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Path EXAMPLE = Installation.SHIPPED.resolve("config/examples/small");
    private static final Instant MORNING = Instant.parse("2026-11-12T01:00:00Z");

    @TempDir
    Path folder;

    private final Map<String, String> uids = new HashMap<>();
    private final List<String> page = new ArrayList<>();
    private Path home;
    private Instant now = MORNING;
    private String lastUid = "";

    @ParameterizedTest
    @ValueSource(strings = {"operations.md", "operations.zh-CN.md"})
    void whatIsTypedPrintsWhatThePageSays(String name) throws Exception {
        Path file = Installation.SHIPPED.resolve("docs/guide").resolve(name);
        Locale locale = name.contains("zh") ? Language.ZH : Language.EN;
        home = folder.resolve("small");
        List<String> lines = Files.readAllLines(file);
        int written = 0;
        for (Page.Block block : Page.read(file).blocks()) {
            page.addAll(lines.subList(written, block.line()));
            written = block.line();
            if (block.language().equals(Transcript.LANGUAGE)) {
                for (Transcript.Step step : Transcript.steps(block)) {
                    type(block, step, locale);
                }
                written += block.lines().size();
            } else {
                GuideFile.of(block).ifPresent(edited -> edited.putInto(home));
            }
        }
        page.addAll(lines.subList(written, lines.size()));
        if (Boolean.getBoolean("hefu.accept")) {
            Files.write(file, page);
        }
    }

    private void type(Page.Block block, Transcript.Step step, Locale locale) throws Exception {
        now = now.plus(Duration.ofMinutes(1));
        String typed = UID.matcher(step.typed().replace("UID", lastUid))
                .replaceAll(found -> uids.getOrDefault(found.group(), lastUid));
        List<String> printed = printed(words(typed), locale);
        printed.forEach(line -> UID.matcher(line).results().forEach(found -> lastUid = found.group()));
        if (Boolean.getBoolean("hefu.accept")) {
            page.add(Transcript.PROMPT + typed);
            page.addAll(printed);
            return;
        }
        for (int i = 0; i < Math.min(printed.size(), step.printed().size()); i++) {
            learn(step.printed().get(i), printed.get(i));
        }
        assertThat(same(printed)).as(block + " $ " + typed).isEqualTo(same(step.printed()));
    }

    /** Which identifier of this run stands where the page has its own. */
    private void learn(String written, String printed) {
        Matcher theirs = UID.matcher(written);
        Matcher ours = UID.matcher(printed);
        while (theirs.find() && ours.find()) {
            uids.put(theirs.group(), ours.group());
        }
    }

    /** Identifiers differ from run to run, and the versions of plans and definitions with every edit of a shipped file. */
    private static List<String> same(List<String> lines) {
        return lines.stream()
                .map(line -> UID.matcher(line)
                        .replaceAll("UID")
                        .replaceAll("\\b(?=[0-9a-f]*[0-9])[0-9a-f]{10,64}\\b", "VERSION")
                        .stripTrailing())
                .toList();
    }

    private List<String> printed(List<String> words, Locale locale) throws Exception {
        switch (words.get(0)) {
            case "config/examples/small/assemble" -> {
                return assemble();
            }
            case "sqlite3" -> {
                String sql = words.get(2).equals("<")
                        ? Files.readString(Installation.SHIPPED.resolve(words.get(3)))
                        : words.get(2);
                sql(folder.resolve(words.get(1)), sql);
            }
            case "export" -> assertThat(words.get(1)).isEqualTo("HEFU_HOME=small");
            case "./hefu" -> {
                return hefu(words.subList(1, words.size()), locale);
            }
            default -> throw new AssertionError("the test does not know what " + words + " does");
        }
        return List.of();
    }

    private List<String> assemble() throws IOException, InterruptedException {
        Process assembling = new ProcessBuilder(
                        "bash", EXAMPLE.resolve("assemble").toString(), home.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("assemble.log").toFile())
                .start();
        assertThat(assembling.waitFor()).isZero();
        Path settings = home.resolve("config/application.yaml");
        Files.writeString(settings, Files.readString(settings).replace(": small/", ": " + home + "/"));
        return shown(Files.readString(folder.resolve("assemble.log")));
    }

    private static void sql(Path database, String statements) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement()) {
            for (String each : statements.split(";\\s*(\\n|$)")) {
                statement.execute(each);
            }
        }
    }

    private List<String> hefu(List<String> words, Locale locale) {
        List<String> arguments = new ArrayList<>();
        // a plan's file belongs to the folder in which the page is followed
        words.forEach(word ->
                arguments.add(word.endsWith(".json") ? folder.resolve(word).toString() : word));
        arguments.addAll(List.of("--home", home.toString()));
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        PrintStream both = new PrintStream(screen, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(both, both, StandardCharsets.UTF_8, locale, false, Map.of());
        Hefu.run(terminal, Clock.fixed(now, ZoneOffset.UTC), arguments.toArray(String[]::new));
        return shown(screen.toString(StandardCharsets.UTF_8));
    }

    private List<String> shown(String screen) {
        return screen.replace(folder + "/", "")
                .lines()
                .map(String::stripTrailing)
                .toList();
    }

    private static List<String> words(String typed) {
        return WORD.matcher(typed)
                .results()
                .map(word -> word.group(1) != null ? word.group(1) : word.group(2))
                .toList();
    }
}
