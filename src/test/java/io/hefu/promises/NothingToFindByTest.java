package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;

import io.hefu.definition.Text;
import io.hefu.delivery.WantedState;
import io.hefu.systems.SystemFault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A create whose answer was lost and that has nothing to be found by is in doubt; it is not taken for somebody else. */
class NothingToFindByTest {
    @TempDir
    Path folder;

    @Test
    void aRecordWithoutTheValueToFindItByStaysUnknown() {
        Trade trade = new Trade(folder);
        trade.edit("mappings/crm/customer.mapping.yaml", "find: number,", "find: tax,");
        trade.erp.put("customer", "id", "1", "number", "C1", "name", "蓝海电子");
        try (TestHub hub = trade.hub()) {
            hub.read("erp", "customer");
            hub.read("crm", "customer");
            trade.crm.put("account", "number", "C8", "name", "别家");
            hub.system("crm").twist((rows, write) -> {
                throw new SystemFault("crm", SystemFault.Kind.UNKNOWN, Text.same("lost"), Text.NONE);
            });
            hub.deliver("crm", "customer");
            trade.clock.forward(java.time.Duration.ofHours(1));
            hub.deliver("crm", "customer");

            assertThat(hub.books().wanted().of(hub.golden("customer", "C1").uid()))
                    .extracting(wish -> wish.target() + " " + wish.state())
                    .contains("crm " + WantedState.UNKNOWN);
        }
    }
}
