package io.hefu.definition;

import java.util.Locale;

/** What a person reads, in Chinese and in English. Both are always there; neither is blank by intent. */
public record Text(String zh, String en) {
    public static final Text NONE = new Text("", "");

    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }

    /** The same words in both languages: a name, a key, a number. */
    public static Text same(String word) {
        return new Text(word, word);
    }

    /** Fills the {@code %s} places of both languages; an argument that is a Text is filled in its own language. */
    public static Text of(String zh, String en, Object... arguments) {
        return new Text(fill(zh, Locale.CHINESE, arguments), fill(en, Locale.ENGLISH, arguments));
    }

    public String in(Locale locale) {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? zh : en;
    }

    public boolean isNone() {
        return zh.isEmpty() && en.isEmpty();
    }

    private static String fill(String pattern, Locale locale, Object[] arguments) {
        Object[] filled = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            filled[i] = arguments[i] instanceof Text text ? text.in(locale) : arguments[i];
        }
        return pattern.formatted(filled);
    }
}
