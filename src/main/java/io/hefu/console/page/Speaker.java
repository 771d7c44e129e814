package io.hefu.console.page;

import io.hefu.console.Ages;
import io.hefu.console.Books;
import io.hefu.definition.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Says things in the reader's language; for templates. */
public final class Speaker {
    private static final String NONE = "—";

    private final Locale locale;
    private final Books books;

    Speaker(Locale locale, Books books) {
        this.locale = locale;
        this.books = books;
    }

    public String text(Text text) {
        return text.in(locale);
    }

    public String text(Optional<Text> text) {
        return text.map(there -> there.in(locale)).orElse("");
    }

    public String word(Optional<String> word) {
        return word.orElse("");
    }

    public boolean has(Text text) {
        return !text.isNone();
    }

    public boolean has(Optional<?> value) {
        return value.isPresent();
    }

    /** With separators of thousands. */
    public String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    public String age(Optional<Duration> age) {
        return age.map(Ages::of).map(text -> text.in(locale)).orElse(NONE);
    }

    public String ago(Instant then) {
        return Ages.ago(then, books.clock().instant()).in(locale);
    }

    public String ago(Optional<Instant> then) {
        return then.map(this::ago).orElse(NONE);
    }

    public String moment(Instant instant) {
        return Ages.moment(instant, books.zone());
    }

    public String moment(Optional<Instant> instant) {
        return instant.map(this::moment).orElse(NONE);
    }

    public String now() {
        return moment(books.clock().instant());
    }

    public String zone() {
        return books.zone().getId();
    }

    /** Of the definitions in use. */
    public String version() {
        return books.snapshot().get().version();
    }

    public String language() {
        return Locale.CHINESE.getLanguage().equals(locale.getLanguage()) ? "zh" : "en";
    }
}
