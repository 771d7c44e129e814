package io.hefu;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import org.junit.jupiter.api.Test;

/** What the product's own log settings let through. */
class LogsTest {
    @Test
    void theDriverThatLogsRefusedValuesIsKeptQuiet() throws Exception {
        LoggerContext shipped = new LoggerContext();
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(shipped);
        configurator.doConfigure(
                Installation.SHIPPED.resolve("src/main/resources/logback.xml").toFile());
        assertThat(shipped.getLogger("org.mariadb.jdbc.message.server.ErrorPacket")
                        .getEffectiveLevel())
                .isEqualTo(Level.ERROR);
        assertThat(shipped.getLogger("org.apache.camel").getEffectiveLevel()).isEqualTo(Level.WARN);
    }
}
