package io.hefu.promises;

import io.hefu.delivery.Wanted;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What stories of deliveries begin with: a small trading company, and a look at what is still wanted. */
abstract class DeliveryStories {
    @TempDir
    Path folder;

    Trade trade;

    @BeforeEach
    void company() {
        trade = new Trade(folder);
    }

    final void customer(String id, String number, String name) {
        trade.erp.put("customer", "id", id, "number", number, "name", name, "phone", "0755-" + id);
    }

    final List<Wanted> wanted(TestHub hub, String number, String target) {
        return hub.books().wanted().of(hub.golden("customer", number).uid()).stream()
                .filter(wish -> wish.target().equals(target))
                .toList();
    }
}
