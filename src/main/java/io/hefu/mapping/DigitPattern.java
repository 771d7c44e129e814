package io.hefu.mapping;

import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern of digits in fixed places, such as yyyyMMdd: read without java.time's parser, which costs ten times as much. */
final class DigitPattern implements MomentPattern {
    private static final Pattern PART =
            Pattern.compile("yyyy|uuuu|MM|dd|HH|mm|ss|S{1,9}|'([^']+)'|([^A-Za-z0-9'\\[\\]{}#])");
    private static final String LETTERS = "yMdHmsS";

    private final String declared;
    private final int length;
    private final int[] starts = new int[LETTERS.length()];
    private final int[] ends = new int[LETTERS.length()];
    private final List<Integer> literalPlaces = new ArrayList<>();
    private final StringBuilder literals = new StringBuilder();
    private final DateTimeFormatter formatter;

    private DigitPattern(String declared) {
        this.declared = declared;
        Matcher parts = PART.matcher(declared);
        int at = 0;
        while (parts.find()) {
            String literal = parts.group(1) != null ? parts.group(1) : parts.group(2);
            at = literal == null ? digits(parts.group(), at) : literal(literal, at);
        }
        this.length = at;
        this.formatter = DateTimeFormatter.ofPattern(LetterPattern.yearOfCalendar(declared), Locale.ROOT);
    }

    static Optional<DigitPattern> of(String declared) {
        String rest = PART.matcher(declared).replaceAll("");
        boolean once = LETTERS.replace("y", "").chars().allMatch(letter -> occursOnce(declared, (char) letter));
        boolean complete = declared.matches(".*(yyyy|uuuu).*") && declared.contains("MM") && declared.contains("dd");
        boolean quoted = declared.replaceAll("'[^']+'", "").matches(".*[y].*|.*[u].*");
        return rest.isEmpty() && once && complete && quoted
                ? Optional.of(new DigitPattern(declared))
                : Optional.empty();
    }

    private static boolean occursOnce(String declared, char letter) {
        String bare = declared.replaceAll("'[^']+'", "");
        return bare.lastIndexOf(letter) - bare.indexOf(letter) < (letter == 'S' ? 9 : 2);
    }

    private int digits(String letters, int at) {
        int field = LETTERS.indexOf(letters.charAt(0) == 'u' ? 'y' : letters.charAt(0));
        starts[field] = at;
        ends[field] = at + letters.length();
        return at + letters.length();
    }

    private int literal(String text, int at) {
        for (int i = 0; i < text.length(); i++) {
            literalPlaces.add(at + i);
            literals.append(text.charAt(i));
        }
        return at + text.length();
    }

    @Override
    public String declared() {
        return declared;
    }

    @Override
    public boolean hasTime() {
        return ends[LETTERS.indexOf('H')] > 0;
    }

    @Override
    public Optional<TemporalAccessor> parse(String text) {
        if (text.length() != length || !hasLiterals(text)) {
            return Optional.empty();
        }
        Optional<TemporalAccessor> date = MomentPattern.dated(number(text, 0), number(text, 1), number(text, 2));
        return hasTime() ? timed(text, date) : date;
    }

    private Optional<TemporalAccessor> timed(String text, Optional<TemporalAccessor> date) {
        int hour = number(text, 3);
        int minute = ends[4] == 0 ? 0 : number(text, 4);
        int second = ends[5] == 0 ? 0 : number(text, 5);
        int fraction = ends[6] == 0 ? 0 : number(text, 6);
        if (hour < 0 || minute < 0 || second < 0 || fraction < 0) {
            return Optional.empty();
        }
        int nano = fraction;
        for (int digit = ends[6] - starts[6]; ends[6] > 0 && digit < 9; digit++) {
            nano *= 10;
        }
        return MomentPattern.timed(date, hour, minute, second, nano);
    }

    @Override
    public String format(TemporalAccessor moment) {
        return formatter.format(moment);
    }

    private boolean hasLiterals(String text) {
        for (int i = 0; i < literals.length(); i++) {
            if (text.charAt(literalPlaces.get(i)) != literals.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** -1 when there are other characters than ASCII digits. */
    private int number(String text, int field) {
        int number = 0;
        for (int i = starts[field]; i < ends[field]; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
