package io.hefu.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CrashPointTest {

    @Test
    void aSettingNamesThePointAndTheTime() {
        assertThat(CrashPoint.Plan.of("after-remote-write:37"))
                .isEqualTo(new CrashPoint.Plan(CrashPoint.AFTER_REMOTE_WRITE, 37));
    }

    @Test
    void aWrongSettingIsRefused() {
        for (String setting : new String[] {"after-lunch:1", "after-commit", "after-commit:0", "after-commit:x"}) {
            assertThatThrownBy(() -> CrashPoint.Plan.of(setting)).hasMessageContaining("after-commit:37");
        }
    }

    @Test
    void withoutASettingAPointDoesNothing() {
        for (CrashPoint point : CrashPoint.values()) {
            point.reached();
        }
    }
}
