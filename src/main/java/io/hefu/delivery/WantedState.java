package io.hefu.delivery;

import io.hefu.definition.Text;
import java.util.Locale;

/** Where a wanted version stands. */
public enum WantedState {
    /** To be sent when its moment has come. */
    PENDING(Text.of("待写", "to be written")),
    /** A create was about to be sent; whether it was is not known until the target was asked. */
    INTENDED(Text.of("写入中", "being written")),
    /** Something that it refers to has no key in the target yet. */
    WAITING(Text.of("等待引用", "waiting for a reference")),
    /** The target refused it; a newer version or a person tries again. */
    FAILED(Text.of("被拒", "refused")),
    /** It was sent and no answer came, and the target cannot be asked. Never sent again by itself. */
    UNKNOWN(Text.of("结果不明", "unknown")),
    /** Its precondition said no; kept so that the reason can be seen. */
    SKIPPED(Text.of("不予发送", "not sent"));

    private final Text title;

    WantedState(Text title) {
        this.title = title;
    }

    public Text title() {
        return title;
    }

    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WantedState read(String written) {
        return valueOf(written.toUpperCase(Locale.ROOT));
    }
}
