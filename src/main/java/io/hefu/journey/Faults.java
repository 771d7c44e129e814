package io.hefu.journey;

import io.hefu.definition.Text;
import io.hefu.store.StoreException;
import io.hefu.systems.SystemFault;

/** Any fault in words for a person. */
public final class Faults {
    private Faults() {}

    public static Text told(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SystemFault system) {
                return Text.of("%s：%s；可尝试：%s", "%s: %s; try: %s", system.system(), system.what(), system.attempt());
            }
            if (cause instanceof StoreException store) {
                return Text.of(store.zh(), store.en());
            }
        }
        return Text.of("内部错误：%s", "internal fault: %s", String.valueOf(fault));
    }
}
