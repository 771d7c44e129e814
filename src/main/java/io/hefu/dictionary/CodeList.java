package io.hefu.dictionary;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A list of the codes that a field may hold, in order.
 *
 * @param codes code to its title
 * @param position where the codes stand
 */
public record CodeList(String id, Text title, Map<String, Text> codes, Position position) {
    public CodeList {
        codes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }

    /** One that stands in no file. */
    public CodeList(String id, Text title, Map<String, Text> codes) {
        this(id, title, codes, Position.of(""));
    }

    public boolean has(String code) {
        return codes.containsKey(code);
    }
}
