package io.hefu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.Installation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script, with a java and an mvn that only say how they were called. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final String JAVA = """
            #!/bin/sh
            case "$*" in
              *-XshowSettings*) echo "    java.specification.version = %s" >&2 ;;
              *) printf '<%%s>' "$@"; echo; exit 2 ;;
            esac
            """;
    private static final String MAVEN = """
            #!/bin/sh
            echo "mvn $*"
            mkdir -p target && echo jar > target/hefu.jar && printf '/lib/a.jar:/lib/b c.jar' > target/servers.classpath
            """;

    @TempDir
    Path temporary;

    private Path checkout;
    private Path programs;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void aCheckoutInAPathWithBlanks() throws IOException {
        checkout = Files.createDirectories(temporary.resolve("my programs/he fu"));
        programs = Files.createDirectories(temporary.resolve("bin"));
        Files.copy(Installation.SHIPPED.resolve("hefu"), checkout.resolve("hefu"));
        // the tools of the system but neither its java nor its mvn
        for (String tool : List.of("sed", "dirname", "readlink", "tail", "tr", "mkdir")) {
            Path real = Stream.of(Path.of("/usr/bin", tool), Path.of("/bin", tool))
                    .filter(Files::exists)
                    .findFirst()
                    .orElseThrow();
            program(tool, "#!/bin/sh\nexec " + real + " \"$@\"\n");
        }
    }

    @Test
    void withoutJavaItSaysWhatToInstall() throws Exception {
        assertThat(run("zh_CN.UTF-8", "check").err()).contains("找不到 java。可尝试：安装 JDK 17");
        assertThat(run("C", "check"))
                .isEqualTo(new Ended(1, "", "There is no java. Try: install a JDK 17 or newer, or set JAVA_HOME.\n"));
    }

    @Test
    void anOldJavaIsNamed() throws Exception {
        program("java", JAVA.formatted("1.8"));
        assertThat(run("C", "check").err()).contains("Java 17 or newer is needed; ", "is 1.8.");
        program("java", JAVA.formatted("11"));
        assertThat(run("zh_CN.UTF-8", "check").err()).contains("需要 Java 17", "是 11");
    }

    @Test
    void withoutMavenTheFirstStartSaysSo() throws Exception {
        program("java", JAVA.formatted("17"));
        assertThat(run("C", "check").err()).contains("there is no mvn. Try: install Maven 3.8 or newer.");
    }

    @Test
    void aFailedBuildShowsItsEndAndWhereTheLogIs() throws Exception {
        program("java", JAVA.formatted("17"));
        program("mvn", "#!/bin/sh\necho 'no such dependency'\nexit 1\n");
        Ended ended = run("C", "check");
        assertThat(ended.code()).isEqualTo(1);
        assertThat(ended.err())
                .contains(
                        "no such dependency",
                        "The build failed; the whole log is " + checkout.toRealPath() + "/target/build.log");
    }

    @Test
    void theFirstStartBuildsAndLaterOnesDoNot() throws Exception {
        program("java", JAVA.formatted("25"));
        program("mvn", MAVEN);
        assertThat(run("zh_CN.UTF-8", "check").err()).contains("首次启动，正在构建");
        assertThat(run("zh_CN.UTF-8", "check").err()).isEmpty();
    }

    @Test
    void argumentsAndExitCodeArePassedThroughAsTheyAre() throws Exception {
        built();
        Ended ended = run("C", "explain", "a  b", "*");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out())
                .contains("<-Dhefu.home=" + checkout.toRealPath() + ">", "<explain><a  b><*>")
                .doesNotContain("loader.path");
    }

    @Test
    void theDemoAlsoSeesItsServers() throws Exception {
        built();
        assertThat(run("C", "--language", "zh", "demo", "--once").out())
                .contains("<-Dloader.path=/lib/a.jar,/lib/b c.jar>");
    }

    @Test
    void itIsFoundThroughALink() throws Exception {
        built();
        Path link = Files.createSymbolicLink(temporary.resolve("hefu-link"), checkout.resolve("hefu"));
        assertThat(start("C", link, "version").out())
                .contains("<" + checkout.toRealPath() + "/target/hefu.jar><version>");
    }

    private void built() throws IOException {
        program("java", JAVA.formatted("17"));
        Files.createDirectories(checkout.resolve("target"));
        Files.writeString(checkout.resolve("target/hefu.jar"), "jar");
        Files.writeString(checkout.resolve("target/servers.classpath"), "/lib/a.jar:/lib/b c.jar");
    }

    private void program(String name, String content) throws IOException {
        Path program = programs.resolve(name);
        Files.writeString(program, content);
        assertThat(program.toFile().setExecutable(true)).isTrue();
    }

    private Ended run(String locale, String... arguments) throws Exception {
        return start(locale, checkout.resolve("hefu"), arguments);
    }

    private Ended start(String locale, Path launcher, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(arguments));
        Path out = temporary.resolve("out");
        Path err = temporary.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(temporary.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", programs.toString(), "LANG", locale));
        Process process = builder.start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
