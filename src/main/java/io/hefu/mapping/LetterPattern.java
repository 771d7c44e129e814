package io.hefu.mapping;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

/** Any pattern of java.time, such as d/M/yyyy, with the strict resolver; {@code iso} is ISO 8601 with or without offset. */
record LetterPattern(String declared, DateTimeFormatter formatter, boolean hasTime, boolean hasOffset)
        implements MomentPattern {
    static final String ISO = "iso";
    private static final int LONGEST = 64;

    static LetterPattern of(String declared) {
        return declared.equals(ISO) ? iso() : letters(declared);
    }

    private static LetterPattern iso() {
        return new LetterPattern(ISO, strict(DateTimeFormatter.ISO_DATE_TIME), true, true);
    }

    private static LetterPattern letters(String declared) {
        DateTimeFormatter formatter = strict(DateTimeFormatter.ofPattern(yearOfCalendar(declared), Locale.ENGLISH));
        String bare = bare(declared);
        if (lacksDay(declared)) {
            throw new IllegalArgumentException("a pattern needs year, month and day");
        }
        return new LetterPattern(declared, formatter, bare.matches("(?s).*[Hhk].*"), bare.matches("(?s).*[XxZzVO].*"));
    }

    static boolean lacksDay(String declared) {
        String bare = bare(declared);
        return !bare.matches("(?s).*[yu].*") || !bare.matches("(?s).*[ML].*") || !bare.matches("(?s).*d.*");
    }

    private static String bare(String declared) {
        return declared.replaceAll("'[^']*'", "");
    }

    /** The strict resolver wants an era with yyyy; people mean the calendar's year. */
    static String yearOfCalendar(String declared) {
        StringBuilder pattern = new StringBuilder();
        boolean quoted = false;
        for (char c : declared.toCharArray()) {
            quoted ^= c == '\'';
            pattern.append(c == 'y' && !quoted ? 'u' : c);
        }
        return pattern.toString();
    }

    private static DateTimeFormatter strict(DateTimeFormatter formatter) {
        return formatter.withResolverStyle(ResolverStyle.STRICT);
    }

    @Override
    public Optional<TemporalAccessor> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            TemporalAccessor moment = hasTime
                    ? formatter.parseBest(text, OffsetDateTime::from, LocalDateTime::from)
                    : formatter.parse(text, LocalDate::from);
            return moment.isSupported(ChronoField.YEAR) && year(moment) > 0 && year(moment) < 10_000
                    ? Optional.of(moment)
                    : Optional.empty();
        } catch (DateTimeException notOfThisPattern) {
            return Optional.empty();
        }
    }

    private static int year(TemporalAccessor moment) {
        return moment.get(ChronoField.YEAR);
    }

    @Override
    public String format(TemporalAccessor moment) {
        return formatter.format(moment);
    }
}
