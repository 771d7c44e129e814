package io.hefu.adapters;

import io.hefu.adapters.http.HttpConnection;
import io.hefu.adapters.http.HttpTransport;
import io.hefu.adapters.jdbc.JdbcConnection;
import io.hefu.adapters.mail.MailConnection;
import io.hefu.adapters.mail.MailTransport;
import io.hefu.adapters.mail.SmtpConnection;
import io.hefu.adapters.settings.Settings;
import io.hefu.adapters.settings.Surroundings;
import io.hefu.definition.Text;
import io.hefu.systems.Connections;
import io.hefu.systems.SystemConnection;
import io.hefu.systems.SystemDefinition;
import io.hefu.systems.SystemFault;
import io.hefu.systems.Systems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The connections of an installation, each made by the adapter of its system's kind when it is first asked for. A system
 * whose file changed gets a new one; the old one is closed when this closes, since a reading may still be under way on
 * it.
 */
public final class AdapterConnections implements Connections {
    private final Supplier<Systems> systems;
    private final Surroundings surroundings;
    private final HttpTransport http;
    private final MailTransport mail;
    private final Map<SystemDefinition, SystemConnection> open = new LinkedHashMap<>();

    /** @param systems as they are defined at the moment */
    public AdapterConnections(
            Supplier<Systems> systems, Surroundings surroundings, HttpTransport http, MailTransport mail) {
        this.systems = systems;
        this.surroundings = surroundings;
        this.http = http;
        this.mail = mail;
    }

    @Override
    public SystemConnection to(String system) {
        SystemDefinition definition = systems.get()
                .find(system)
                .orElseThrow(() -> new SystemFault(
                        system,
                        SystemFault.Kind.FATAL,
                        Text.of("没有定义系统“%s”", "no system “%s” is defined", system),
                        Text.of("加上 config/systems/%s.system.yaml", "add config/systems/%s.system.yaml", system)));
        synchronized (open) {
            SystemConnection connection = open.get(definition);
            if (connection == null) {
                connection = made(new Settings(definition, surroundings));
                open.put(definition, connection);
            }
            return connection;
        }
    }

    private SystemConnection made(Settings settings) {
        return switch (settings.system().kind()) {
            case "jdbc" -> new JdbcConnection(settings);
            case "http" -> new HttpConnection(settings, http);
            case "mail" -> new MailConnection(settings);
            case "smtp" -> new SmtpConnection(settings, mail);
            default ->
                throw settings.fatal(
                        settings.at("kind"),
                        Text.of(
                                "不认识的种类“%s”",
                                "the kind “%s” is not known", settings.system().kind()),
                        Text.of("jdbc、http、mail 或 smtp", "jdbc, http, mail or smtp"));
        };
    }

    @Override
    public void close() {
        synchronized (open) {
            open.values().forEach(SystemConnection::close);
            open.clear();
        }
    }
}
