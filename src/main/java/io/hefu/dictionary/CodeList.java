package io.hefu.dictionary;

import io.hefu.definition.Text;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A list of the codes that a field may hold, in order.
 *
 * @param codes code to its title
 */
public record CodeList(String id, Text title, Map<String, Text> codes) {
    public CodeList {
        codes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }

    public boolean has(String code) {
        return codes.containsKey(code);
    }
}
