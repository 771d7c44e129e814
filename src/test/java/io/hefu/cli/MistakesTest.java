package io.hefu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MistakesTest {
    @Test
    void aMistypedCommandIsFollowedByTheOneThatWasMeant() {
        Typed typed = Typed.plain(Language.ZH, "chekc");
        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.out()).isEmpty();
        assertThat(typed.err()).contains("没有命令 chekc；是否想写 check？", "用法见 hefu --help");
    }

    @Test
    void aMistypedOptionToo() {
        Typed typed = Typed.plain(Language.EN, "held", "--sytem", "crm");
        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.err()).contains("there is no option --sytem; did you mean --system?", "hefu held --help");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThat(Typed.plain(Language.EN, "explain").err()).contains("UID|NUMBER|SYSTEM/ENTITY/KEY is missing");
    }

    @Test
    void theLanguageOfOneCallCanBeChosen() {
        assertThat(Typed.plain(Language.EN, "--language", "zh", "chekc").err()).contains("没有命令");
        assertThat(Typed.plain(Language.ZH, "check", "--help", "--language=en").out())
                .contains("Checks every edited file");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check", "plan", "apply", "run", "read", "sweep", "status", "held", "explain", "release", "retry",
                "discard", "version"
            })
    void everyCommandExplainsItselfInBothLanguages(String command) {
        Typed zh = Typed.plain(Language.ZH, command, "--help");
        Typed en = Typed.plain(Language.EN, command, "--help");
        assertThat(zh.code()).isZero();
        assertThat(zh.out()).contains("用法：hefu " + command, "选项：").doesNotContain("Options:");
        assertThat(en.out()).contains("Usage: hefu " + command, "Options:");
        assertThat(en.out()
                        .codePoints()
                        .noneMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN))
                .as(en.out())
                .isTrue();
    }

    @Test
    void withoutACommandThereIsAListOfThem() {
        Typed typed = Typed.plain(Language.EN);
        assertThat(typed.code()).isZero();
        assertThat(typed.out()).contains("check", "explain", "Exit: 0 fine, 1 a fault, 2 differences");
    }

    @Test
    void theVersionIsTheBuilds() {
        assertThat(Typed.plain(Language.EN, "version").out()).matches("Hefu \\d+\\.\\d+\\.\\d+.* · Java .*\\R");
    }
}
