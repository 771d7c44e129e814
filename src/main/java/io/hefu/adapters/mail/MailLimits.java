package io.hefu.adapters.mail;

import io.hefu.adapters.settings.Settings;
import io.hefu.definition.YamlMap;

/**
 * How much of a mail is read. What is larger becomes a row marked {@code tooLarge}, without content.
 *
 * @param bytes of the whole mail
 * @param parts of its structure
 * @param depth of parts within parts
 * @param attachments how many
 * @param textBytes of its text
 */
record MailLimits(int bytes, int parts, int depth, int attachments, int textBytes) {
    private static final int MEGABYTE = 1024 * 1024;

    static MailLimits of(Settings settings) {
        YamlMap limits = settings.root().map("limits").orElse(new YamlMap(settings.at("limits"), java.util.Map.of()));
        return new MailLimits(
                settings.integer(limits, "bytes", 25 * MEGABYTE),
                settings.integer(limits, "parts", 200),
                settings.integer(limits, "depth", 20),
                settings.integer(limits, "attachments", 50),
                settings.integer(limits, "textBytes", MEGABYTE));
    }
}
