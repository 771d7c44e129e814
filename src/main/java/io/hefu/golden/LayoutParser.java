package io.hefu.golden;

import java.util.ArrayList;
import java.util.List;

/** Reads what {@link Layout#written()} wrote. */
final class LayoutParser {
    private final String text;
    private int at;

    LayoutParser(String text) {
        this.text = text;
    }

    List<Layout.Stored> fields() {
        List<Layout.Stored> fields = new ArrayList<>();
        while (at < text.length() && text.charAt(at) != '}') {
            String name = until(":");
            at++;
            String type = until(",{}");
            fields.add(new Layout.Stored(name, type, part()));
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
            }
        }
        return fields;
    }

    private List<Layout.Stored> part() {
        if (at >= text.length() || text.charAt(at) != '{') {
            return List.of();
        }
        at++;
        List<Layout.Stored> part = fields();
        at++;
        return part;
    }

    private String until(String ends) {
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }
}
