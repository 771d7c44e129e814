package io.hefu;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.definition.Snapshot;
import io.hefu.definition.Violations;
import io.hefu.journey.SnapshotCompiler;
import io.hefu.mapping.Mapping;
import io.hefu.mapping.Mappings;
import io.hefu.systems.Systems;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The installation that comes with the program: whole, and it writes nothing anywhere until a person says so. */
class ShippedInstallationTest {
    private final Violations violations = new Violations();
    private final Snapshot snapshot = SnapshotCompiler.compile(Path.of(""), Installation.DEPLOYMENT, violations);

    @Test
    void hasNoFault() {
        assertThat(violations.all().stream().map(each -> each.in(Locale.ENGLISH)))
                .isEmpty();
    }

    @Test
    void readsFourSystemsAndTellsThree() {
        Mappings mappings = snapshot.part(Mappings.class);
        assertThat(mappings.all().stream()
                        .filter(mapping -> mapping.read().isPresent())
                        .map(Mapping::system))
                .contains("erp", "finance", "crm", "mailbox")
                .doesNotContain("smtp");
        assertThat(mappings.all().stream()
                        .filter(mapping -> mapping.write().isPresent())
                        .map(Mapping::system))
                .contains("finance", "crm", "smtp")
                .doesNotContain("erp", "mailbox");
    }

    @Test
    void writesNowhereUntilAPersonSwitchesItOn() {
        Systems systems = snapshot.part(Systems.class);
        assertThat(snapshot.part(Mappings.class).all())
                .allMatch(mapping -> systems.find(mapping.system())
                        .map(system -> !system.writing(mapping.entity().name()).enabled())
                        .orElse(false));
    }
}
