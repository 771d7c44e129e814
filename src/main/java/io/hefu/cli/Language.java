package io.hefu.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** In which language and charset this terminal is spoken to. */
final class Language {
    static final Locale ZH = Locale.CHINESE;
    static final Locale EN = Locale.ENGLISH;

    private Language() {}

    /**
     * By {@code HEFU_LANGUAGE}, else as POSIX orders: LC_ALL, LC_MESSAGES, LANG. They are read here and not taken from
     * Java, which falls back to English wherever a locale is named but not installed, as in most containers.
     */
    static Locale of(Map<String, String> environment, Locale otherwise) {
        return Stream.of("HEFU_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .map(value -> named(value).orElse(EN))
                .orElse(named(otherwise.getLanguage()).orElse(EN));
    }

    /** A locale's name such as {@code zh_CN.UTF-8}; empty when it is neither Chinese nor English. */
    static Optional<Locale> named(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("zh")) {
            return Optional.of(ZH);
        }
        return lower.startsWith("en") ? Optional.of(EN) : Optional.empty();
    }

    /** As the locale's name says; UTF-8 when it says nothing, since plain ASCII could show no Chinese at all. */
    static Charset charset(Map<String, String> environment, String console) {
        String named = Stream.of("LC_ALL", "LC_CTYPE", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isBlank())
                .findFirst()
                .filter(value -> value.contains("."))
                .map(value -> value.substring(value.indexOf('.') + 1).split("@", 2)[0])
                .orElse(console);
        try {
            Charset charset = Charset.forName(named);
            return charset.equals(StandardCharsets.US_ASCII) || charset.equals(StandardCharsets.ISO_8859_1)
                    ? StandardCharsets.UTF_8
                    : charset;
        } catch (IllegalArgumentException unknown) {
            return StandardCharsets.UTF_8;
        }
    }
}
