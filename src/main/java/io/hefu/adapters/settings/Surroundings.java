package io.hefu.adapters.settings;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an installation gives to its system files.
 *
 * @param config the folder that {@code file:} paths start from
 * @param environment what {@code env:NAME} stands for
 * @param properties what <code>{{name}}</code> stands for: the properties that routes see too
 * @param clock the time that waiting and retrying is counted in
 */
public record Surroundings(
        Path config,
        Function<String, Optional<String>> environment,
        Function<String, Optional<String>> properties,
        Clock clock) {

    /** The process's own environment, and no properties. */
    public static Surroundings of(Path config) {
        return new Surroundings(
                config, name -> Optional.ofNullable(System.getenv(name)), name -> Optional.empty(), Clock.systemUTC());
    }

    public Surroundings withProperties(Function<String, Optional<String>> found) {
        return new Surroundings(config, environment, found, clock);
    }
}
