package io.hefu.store;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * "This column is one of these values", for lookups by many keys in one statement and with one place for an argument,
 * however many keys there are:
 *
 * <pre>{@code
 * KeySet keys = tx.keysOfText(numbers);
 * tx.query("select uid from link where system = ? and " + keys.in("key"), row -> row.uuid(1), "erp", keys);
 * }</pre>
 */
public final class KeySet {

    private enum Kind {
        TEXT("text", "value"),
        UUID("uuid", "unhex(value)"),
        NUMBER("bigint", "value");

        private final String postgresType;
        private final String sqliteValue;

        Kind(String postgresType, String sqliteValue) {
            this.postgresType = postgresType;
            this.sqliteValue = sqliteValue;
        }
    }

    private final Dialect dialect;
    private final Kind kind;
    private final List<?> keys;

    private KeySet(Dialect dialect, Kind kind, Collection<?> keys) {
        this.dialect = dialect;
        this.kind = kind;
        this.keys = List.copyOf(keys);
    }

    static KeySet ofText(Dialect dialect, Collection<String> keys) {
        keys.forEach(Stored::text);
        return new KeySet(dialect, Kind.TEXT, keys);
    }

    static KeySet ofUuid(Dialect dialect, Collection<UUID> keys) {
        return new KeySet(dialect, Kind.UUID, keys);
    }

    static KeySet ofNumber(Dialect dialect, Collection<Long> keys) {
        return new KeySet(dialect, Kind.NUMBER, keys);
    }

    /** The condition on that column, with one place; pass this object as its argument. No keys match no row. */
    public String in(String column) {
        return dialect == Dialect.POSTGRESQL
                ? column + " = ANY(?)"
                : column + " IN (SELECT " + kind.sqliteValue + " FROM json_each(?))";
    }

    void bind(PreparedStatement statement, int place) throws SQLException {
        if (dialect == Dialect.POSTGRESQL) {
            Connection connection = statement.getConnection();
            statement.setArray(place, connection.createArrayOf(kind.postgresType, keys.toArray()));
        } else {
            statement.setString(place, json());
        }
    }

    private String json() {
        Function<Object, String> form = kind == Kind.NUMBER ? String::valueOf : key -> quoted(String.valueOf(key));
        return keys.stream().map(form).collect(Collectors.joining(",", "[", "]"));
    }

    private String quoted(String key) {
        // a UUID travels as its 32 digits, from which unhex makes the 16 bytes of the column
        String text = kind == Kind.UUID ? key.replace("-", "") : key;
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        JsonStringEncoder.getInstance().quoteAsString(text, json);
        return json.append('"').toString();
    }
}
