package io.hefu.store;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the hub's own database is: {@code jdbc:sqlite:/path/hub.db} or {@code jdbc:postgresql://host/database}.
 *
 * @param url the JDBC address
 * @param user the login, for PostgreSQL
 * @param password its password; it appears in no message and not in {@link #toString()}
 */
public record HubSettings(String url, Optional<String> user, Optional<String> password) {

    private static final Pattern SECRET_PARAMETER = Pattern.compile("(?i)(\\w*(?:password|secret|pwd)\\w*)=[^&;]*");
    private static final Pattern SECRET_IN_AUTHORITY = Pattern.compile("//([^/@:]*):[^/]*@");

    public HubSettings {
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(user, "user");
        Objects.requireNonNull(password, "password");
    }

    /** A database that asks for no login. */
    public static HubSettings of(String url) {
        return new HubSettings(url, Optional.empty(), Optional.empty());
    }

    /** The address without any secret, fit for a message. */
    public String place() {
        String withoutParameter = SECRET_PARAMETER.matcher(url).replaceAll("$1=***");
        return SECRET_IN_AUTHORITY.matcher(withoutParameter).replaceAll("//$1:***@");
    }

    @Override
    public String toString() {
        return "HubSettings[url=" + place() + ", user=" + user.orElse("-") + ", password="
                + password.map(p -> "***").orElse("-") + "]";
    }
}
