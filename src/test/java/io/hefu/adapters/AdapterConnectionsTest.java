package io.hefu.adapters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hefu.adapters.settings.Settings;
import io.hefu.adapters.settings.SystemFiles;
import io.hefu.systems.SystemConnection;
import io.hefu.systems.SystemFault;
import io.hefu.systems.Systems;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Which adapter serves which system. */
class AdapterConnectionsTest {
    private static Settings settings(String name, String rest) {
        return SystemFiles.of("system: " + name + "\n" + rest, Map.of());
    }

    @Test
    void aSystemKeepsItsConnectionUntilItsFileChanges() {
        Settings before = settings("erp", "kind: jdbc\nurl: \"jdbc:sqlite:a.db\"\n");
        Settings after = settings("erp", "kind: jdbc\nurl: \"jdbc:sqlite:b.db\"\n");
        AtomicReference<Systems> systems = new AtomicReference<>(new Systems(List.of(before.system())));
        try (AdapterConnections connections = new AdapterConnections(systems::get, before.surroundings(), null, null)) {
            SystemConnection first = connections.to("erp");
            assertThat(connections.to("erp")).isSameAs(first);
            systems.set(new Systems(List.of(after.system())));
            assertThat(connections.to("erp")).isNotSameAs(first);
        }
    }

    @Test
    void anUnknownSystemKindOrSettingIsSaid() {
        Settings odd = settings("odd", "kind: fax\n");
        Settings url = settings("bad", "kind: jdbc\nurl: \"jdbc:unknown:x\"\n");
        Settings open = settings("open", "kind: jdbc\nurl: \"jdbc:sqlite:a.db\"\nsecret: geheim\n");
        Settings env = settings("env", "kind: jdbc\nurl: \"{{erp.url}}\"\n");
        Systems systems = new Systems(List.of(odd.system(), url.system(), open.system(), env.system()));
        try (AdapterConnections connections = new AdapterConnections(() -> systems, odd.surroundings(), null, null)) {
            assertThat(said(connections, "none")).contains("no system “none”");
            assertThat(said(connections, "odd")).contains("“fax” is not known");
            assertThat(said(connections, "bad")).contains("no known database product");
            assertThat(said(connections, "open"))
                    .contains("may not stand in the file itself")
                    .doesNotContain("geheim");
            assertThat(said(connections, "env")).contains("{{erp.url}} has no value", "test.system.yaml:3 url");
        }
    }

    private static String said(AdapterConnections connections, String system) {
        return catchThrowableOfType(SystemFault.class, () -> connections.to(system))
                .what()
                .en();
    }
}
