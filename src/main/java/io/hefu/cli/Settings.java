package io.hefu.cli;

import io.hefu.definition.Text;
import io.hefu.store.HubSettings;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What {@code config/application.yaml} decides.
 *
 * @param hub the hub's own database
 * @param zone in which a day begins
 * @param language empty: as the terminal's locale says
 * @param company whose installation it is, as mails name it
 * @param port of the status page on the loopback address
 * @param placeholders what <code>{{name}}</code> stands for in routes and systems
 */
public record Settings(
        HubSettings hub,
        ZoneId zone,
        Optional<Locale> language,
        Optional<Text> company,
        int port,
        Map<String, String> placeholders) {
    /** Of the status page, unless the file says otherwise. */
    public static final int PORT = 8686;

    public Settings {
        placeholders = Map.copyOf(placeholders);
    }

    /** A placeholder's value; {@code hub.zone} is always there. */
    public Optional<String> placeholder(String name) {
        return Optional.ofNullable(placeholders.get(name))
                .or(() -> name.equals("hub.zone") ? Optional.of(zone.getId()) : Optional.empty());
    }

    @Override
    public String toString() {
        return "Settings[" + hub + ", " + zone + ", " + language + ", " + port + ", " + placeholders.keySet() + "]";
    }
}
