package io.hefu.store;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the tables of all modules up to date, before anything else opens the database. */
final class Migrations {

    private final HubSettings settings;
    private final Dialect dialect;

    Migrations(HubSettings settings, Dialect dialect) {
        this.settings = settings;
        this.dialect = dialect;
    }

    void run(DataSource source, List<String> furtherLocations) {
        run(Flyway.configure().dataSource(source), furtherLocations);
    }

    void run(List<String> furtherLocations) {
        run(
                Flyway.configure()
                        .dataSource(
                                settings.url(),
                                settings.user().orElse(null),
                                settings.password().orElse(null)),
                furtherLocations);
    }

    private void run(FluentConfiguration configuration, List<String> furtherLocations) {
        String[] locations = Stream.concat(
                        Stream.of("classpath:db/hub/common", "classpath:db/hub/" + dialect.folder()),
                        furtherLocations.stream())
                .toArray(String[]::new);
        try {
            configuration
                    .locations(locations)
                    .placeholders(dialect.placeholders())
                    .cleanDisabled(true)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw Fault.of(e).exception(settings, e, false);
        }
    }
}
