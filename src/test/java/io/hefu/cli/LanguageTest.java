package io.hefu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
    @Test
    void theTerminalsLocaleDecidesEvenWhereItIsNotInstalled() {
        assertThat(Language.of(Map.of("LANG", "zh_CN.UTF-8"), Locale.ENGLISH)).isEqualTo(Language.ZH);
        assertThat(Language.of(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "en_GB.UTF-8"), Locale.CHINESE))
                .isEqualTo(Language.EN);
        assertThat(Language.of(Map.of("LANG", "de_DE.UTF-8"), Locale.CHINESE)).isEqualTo(Language.EN);
        assertThat(Language.of(Map.of(), Locale.SIMPLIFIED_CHINESE)).isEqualTo(Language.ZH);
    }

    @Test
    void hefusOwnVariableComesFirst() {
        assertThat(Language.of(Map.of("HEFU_LANGUAGE", "zh", "LC_ALL", "C"), Locale.ENGLISH))
                .isEqualTo(Language.ZH);
    }

    @Test
    void theInstallationsLanguageCountsBelowTheOptionAndTheVariable(@TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/application.yaml"), "language: zh\n");
        assertThat(checked(home, Map.of("LANG", "en_GB.UTF-8"))).contains("处错误");
        assertThat(checked(home, Map.of("HEFU_LANGUAGE", "en"))).contains("faults in all");
        assertThat(checked(home, Map.of("HEFU_LANGUAGE", "zh"), "--language=en"))
                .contains("faults in all");
        Files.writeString(home.resolve("config/application.yaml"), "language: auto\n");
        assertThat(checked(home, Map.of("LANG", "en_GB.UTF-8"))).contains("faults in all");
    }

    /** What is said of an installation without any definition, by a terminal that speaks English. */
    private static String checked(Path home, Map<String, String> environment, String... options) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                Language.EN,
                false,
                environment);
        List<String> arguments = new ArrayList<>(List.of("check", "--home", home.toString()));
        arguments.addAll(List.of(options));
        Hefu.run(terminal, Clock.systemUTC(), arguments.toArray(String[]::new));
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void textIsPrintedInTheLocalesCharsetAndNeverInOneWithoutChinese() {
        assertThat(Language.charset(Map.of("LANG", "zh_CN.GB18030"), "UTF-8")).isEqualTo(Charset.forName("GB18030"));
        assertThat(Language.charset(Map.of("LANG", "C"), "ANSI_X3.4-1968")).isEqualTo(StandardCharsets.UTF_8);
        assertThat(Language.charset(Map.of("LANG", "zh_CN.nonsense"), "UTF-8")).isEqualTo(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cli", "console"})
    void everyWordThatIsThereInEnglishIsThereInChinese(String module) throws IOException {
        assertThat(words("/io/hefu/" + module + "/words_zh.properties"))
                .isEqualTo(words("/io/hefu/" + module + "/words.properties"));
    }

    private static Set<String> words(String file) throws IOException {
        Properties words = new Properties();
        try (Reader reader =
                new InputStreamReader(LanguageTest.class.getResourceAsStream(file), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        return words.stringPropertyNames();
    }
}
