package io.hefu.dictionary;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An exact amount in one currency. Its scale is as the source gave it: 100.50 and 100.5 are equal amounts and equal
 * Money.
 *
 * @param currency ISO 4217, such as CNY
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {
    // Bounded before BigDecimal sees it: "1e9999999" would cost seconds and gigabytes when it is written out.
    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]{1,18}(\\.[0-9]{1,8})?");

    public Money {
        if (amount.precision() > 30 || Math.abs((long) amount.scale()) > 30) {
            throw new ArithmeticException("an amount has at most 18 digits before and 8 after the point");
        }
        amount = amount.signum() == 0 ? amount.setScale(Math.max(amount.scale(), 0)) : amount;
    }

    /** @throws ArithmeticException when the text is no plain decimal number of at most 18 + 8 digits */
    public static Money of(String amount, String currency) {
        return new Money(
                parse(amount).orElseThrow(() -> new ArithmeticException("not an amount: " + shortened(amount))),
                currency);
    }

    /** A plain decimal number of at most 18 digits before and 8 after the point; empty for anything else. */
    public static Optional<BigDecimal> parse(String amount) {
        return amount.length() <= 28 && PLAIN.matcher(amount).matches()
                ? Optional.of(new BigDecimal(amount))
                : Optional.empty();
    }

    /** @throws ArithmeticException when the currencies differ */
    public Money plus(Money other) {
        return new Money(amount.add(other.inSame(currency)), currency);
    }

    /** @throws ArithmeticException when the currencies differ */
    public Money minus(Money other) {
        return new Money(amount.subtract(other.inSame(currency)), currency);
    }

    public boolean isZero() {
        return amount.signum() == 0;
    }

    /** @throws ArithmeticException when the currencies differ */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.inSame(currency));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Money money && money.currency.equals(currency) && money.amount.compareTo(amount) == 0;
    }

    @Override
    public int hashCode() {
        return amount.stripTrailingZeros().hashCode() * 31 + currency.hashCode();
    }

    @Override
    public String toString() {
        return amount.toPlainString() + " " + currency;
    }

    private BigDecimal inSame(String wanted) {
        if (!currency.equals(wanted)) {
            throw new ArithmeticException("amounts in " + wanted + " and " + currency + " cannot be put together");
        }
        return amount;
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
