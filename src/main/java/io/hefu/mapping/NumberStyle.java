package io.hefu.mapping;

import io.hefu.definition.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How a system writes numbers.
 *
 * @param decimal the decimal separator
 * @param thousands what stands between groups of three digits; empty: nothing does
 * @param unit what one of theirs is worth in ours, a power of ten: 10000 for amounts in 万元
 * @param written whether numbers go out as text in this style, since separators were declared
 */
record NumberStyle(char decimal, Optional<Character> thousands, BigDecimal unit, boolean written) {
    static final NumberStyle PLAIN = new NumberStyle('.', Optional.empty(), BigDecimal.ONE, false);
    private static final int LONGEST = 64;
    private static final List<NumberStyle> OTHERS =
            List.of(of('.', ','), of(',', '.'), of('.', ' '), of(',', ' '), of('.', '\''), of(',', '\''));

    private static NumberStyle of(char decimal, char thousands) {
        return new NumberStyle(decimal, Optional.of(thousands), BigDecimal.ONE, true);
    }

    /** @return a BigDecimal with the scale as written, or a {@link Refusal} */
    Object read(Object cell, String text) {
        if (text.length() > LONGEST) {
            return tooLarge(cell);
        }
        String digits = bare(text);
        char[] plain = new char[digits.length()];
        int length = plain(digits, plain);
        return length <= 0 ? refused(cell, text) : bounded(new BigDecimal(plain, 0, length), cell);
    }

    /** @return the number in our unit, or a {@link Refusal} */
    Object bounded(BigDecimal number, Object cell) {
        if (!NumberBounds.allows(number)) {
            return tooLarge(cell);
        }
        BigDecimal whole = number.scale() < 0 ? number.setScale(0) : number;
        return isUnitOne() ? whole : NumberBounds.allows(ours(whole)) ? ours(whole) : tooLarge(cell);
    }

    /** Back in their unit and style. */
    Object write(BigDecimal number) {
        BigDecimal theirs = isUnitOne() ? number : plainScale(number.scaleByPowerOfTen(-power()));
        return written ? text(theirs) : theirs;
    }

    private BigDecimal ours(BigDecimal number) {
        return plainScale(number.scaleByPowerOfTen(power()));
    }

    private static BigDecimal plainScale(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    private boolean isUnitOne() {
        return unit == BigDecimal.ONE || unit.compareTo(BigDecimal.ONE) == 0;
    }

    private int power() {
        return unit.precision() - 1 - unit.scale();
    }

    private String text(BigDecimal number) {
        String plain = number.abs().toPlainString();
        int point = plain.indexOf('.') < 0 ? plain.length() : plain.indexOf('.');
        StringBuilder text = new StringBuilder(number.signum() < 0 ? "-" : "");
        for (int i = 0; i < point; i++) {
            if (i > 0 && (point - i) % 3 == 0) {
                thousands.ifPresent(text::append);
            }
            text.append(plain.charAt(i));
        }
        return point == plain.length()
                ? text.toString()
                : text.append(decimal).append(plain, point + 1, plain.length()).toString();
    }

    /** Without the unit's word, where a unit was declared. */
    private String bare(String text) {
        if (power() == 4) {
            String bare = text.endsWith("元") ? text.substring(0, text.length() - 1) : text;
            return bare.endsWith("万") ? TextCells.trimmed(bare.substring(0, bare.length() - 1)) : text;
        }
        return text;
    }

    /** Writes sign, digits and a point to {@code plain}: its length, or 0 when the text is no number of this style. */
    private int plain(String text, char[] plain) {
        int length = 0;
        int group = -1;
        int digits = 0;
        boolean point = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits++;
                group += group >= 0 && !point ? 1 : 0;
                plain[length++] = c;
            } else if (i == 0 && (c == '-' || c == '+')) {
                plain[length++] = c;
            } else if (c == decimal && !point && digits > 0 && (group < 0 || group == 3)) {
                point = true;
                plain[length++] = '.';
            } else if (isThousands(c) && !point && (group == 3 || group < 0 && digits > 0 && digits <= 3)) {
                group = 0;
            } else {
                return 0;
            }
        }
        boolean whole = digits > 0 && plain[length - 1] != '.' && (point || group < 0 || group == 3);
        return whole ? length : 0;
    }

    private boolean isThousands(char c) {
        return thousands.isPresent() && (thousands.get() == c || thousands.get() == ' ' && c == '\u00a0');
    }

    private Refusal refused(Object cell, String text) {
        return Refusal.unparseable(
                Text.of("%s 不是按声明格式书写的数字", "%s is no number as declared", Shown.of(cell)), hint(text));
    }

    private Text hint(String text) {
        if (text.endsWith("万") || text.endsWith("万元")) {
            return Text.of("若单位是万元，请声明 unit: 10000", "if amounts are in 万元, declare unit: 10000");
        }
        char[] plain = new char[text.length()];
        return OTHERS.stream()
                .filter(other -> other.plain(text, plain) > 0)
                .findFirst()
                .map(other -> Text.of(
                        "若确是这样书写，请声明 decimal: \"%s\", thousands: \"%s\"",
                        "if it is meant so, declare decimal: \"%s\", thousands: \"%s\"",
                        other.decimal,
                        other.thousands.orElse(' ')))
                .orElse(Text.of("请在来源系统中改正", "correct it in the source system"));
    }

    private static Refusal tooLarge(Object cell) {
        return Refusal.tooLarge(Text.of(
                "数字 %s 太大：小数点前后各最多 18 位",
                "the number %s is too large: at most 18 digits before and 18 after the point", Shown.of(cell)));
    }
}
