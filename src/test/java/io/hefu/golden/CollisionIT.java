package io.hefu.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.store.HubSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CollisionIT extends CollisionSuite {
    @Override
    protected HubSettings anEmptyDatabase() {
        return postgres();
    }

    @Test
    void newCustomersThatTwoProcessesMeetAtOnceAreOneUidEach() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (String system : List.of("left", "right", "another")) {
            processes.add(start(system));
        }
        for (Process process : processes) {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(() -> "exit; " + said()).isZero();
        }
        assertOneUidEach();
        assertThat(count("select count(*) from link")).isEqualTo(3L * CUSTOMERS);
    }

    private Process start(String system) throws IOException {
        File errors = folder.resolve(system + ".err").toFile();
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Newcomers.class.getName(),
                        settings.url(),
                        system,
                        String.valueOf(CUSTOMERS))
                .redirectError(errors)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private String said() {
        StringBuilder said = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".err")).toList()) {
                said.append(Files.readString(file));
            }
        } catch (IOException e) {
            said.append(e);
        }
        return said.toString();
    }
}
