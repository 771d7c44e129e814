package io.hefu.demo;

import io.hefu.definition.Text;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was asked of the demo.
 *
 * @param once ends by itself
 * @param port of the status page; empty: the usual one, or any free one when that is taken
 * @param folder where the demo keeps its databases and its installation; whatever is there is made anew
 * @param language zh or en; empty: as the process's locale says
 */
record DemoOptions(boolean once, Optional<Integer> port, Path folder, Optional<String> language) {
    /** An option that is not understood. */
    static final class Misunderstood extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Text what;

        Misunderstood(Text what) {
            super(what.en());
            this.what = what;
        }

        Text what() {
            return what;
        }
    }

    static DemoOptions of(String[] words) throws Misunderstood {
        DemoOptions options = new DemoOptions(false, Optional.empty(), Path.of("var", "demo"), Optional.empty());
        for (int i = 0; i < words.length; i++) {
            String name = words[i].contains("=") ? words[i].substring(0, words[i].indexOf('=')) : words[i];
            if (name.equals("--once")) {
                options = new DemoOptions(true, options.port, options.folder, options.language);
                continue;
            }
            boolean here = words[i].contains("=");
            if (!here && i + 1 == words.length) {
                throw unknown(words[i]);
            }
            String value = here ? words[i].substring(name.length() + 1) : words[++i];
            options = options.with(name, value);
        }
        return options;
    }

    private DemoOptions with(String name, String value) throws Misunderstood {
        return switch (name) {
            case "--port" -> new DemoOptions(once, Optional.of(port(value)), folder, language);
            case "--dir" -> new DemoOptions(once, port, Path.of(value), language);
            case "--language" -> new DemoOptions(once, port, folder, Optional.of(value));
            default -> throw unknown(name);
        };
    }

    private static int port(String value) throws Misunderstood {
        if (!value.matches("[0-9]{1,5}") || Integer.parseInt(value) > 65_535) {
            throw new Misunderstood(Text.of(
                    "--port %s 不是端口；允许：0 到 65535，0 为任意空闲端口",
                    "--port %s is no port; allowed: 0 to 65535, where 0 is any free one", value));
        }
        return Integer.parseInt(value);
    }

    private static Misunderstood unknown(String word) {
        return new Misunderstood(Text.of(
                "不认识 %s；允许：--once（自动结束）、--port 端口、--dir 文件夹、--language zh 或 en",
                "%s is not understood; allowed: --once (ends by itself), --port PORT, --dir FOLDER, --language zh or en",
                word));
    }
}
