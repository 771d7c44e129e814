package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.dictionary.Money;
import io.hefu.dictionary.Record;
import io.hefu.systems.Row;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/** An amount and its currency, which another cell may say. An amount without a currency is a fault. */
record MoneyReader(CellPath path, NumberConversion numbers, CurrencySource currency) implements FieldReader {
    private static final Map<Character, String> SIGNS =
            Map.of('￥', "CNY JPY", '¥', "CNY JPY", '$', "USD HKD AUD CAD SGD TWD", '€', "EUR", '£', "GBP");
    private static final int FRACTION = 12;

    @Override
    public Object read(Cells cells, RowFaults faults) {
        Object cell = path.read(cells);
        if (cell == null || cell == Row.Cell.ABSENT) {
            return cell == null ? Record.Nothing.NULL : null;
        }
        Object text = cell instanceof byte[] ? numbers.texts().read(cell) : cell;
        Object bare = text instanceof String written ? withoutSign(TextCells.trimmed(written)) : text;
        Object amount = bare instanceof Refusal ? bare : numbers.toOurs(bare);
        return amount instanceof BigDecimal number ? withCurrency(number, text, cells) : amount;
    }

    private Object withCurrency(BigDecimal amount, Object cell, Cells cells) {
        Object code = currency.read(cells);
        if (!(code instanceof String currencyCode)) {
            return code;
        }
        Optional<Refusal> conflict = cell instanceof String text ? conflict(text, currencyCode) : Optional.empty();
        if (conflict.isPresent()) {
            return conflict.get();
        }
        return amount.scale() > FRACTION || amount.precision() > 30
                ? Refusal.tooLarge(Text.of("金额 %s 的位数太多", "the amount %s has too many digits", Shown.of(amount)))
                : new Money(amount, currencyCode);
    }

    private static String withoutSign(String text) {
        int at = text.startsWith("-") ? 1 : 0;
        return at < text.length() && SIGNS.containsKey(text.charAt(at))
                ? text.substring(0, at) + TextCells.trimmed(text.substring(at + 1))
                : text;
    }

    private static Optional<Refusal> conflict(String written, String code) {
        String text = TextCells.trimmed(written);
        String bare = withoutSign(text);
        if (bare.length() == text.length()) {
            return Optional.empty();
        }
        char sign = text.charAt(text.startsWith("-") ? 1 : 0);
        return SIGNS.getOrDefault(sign, "").contains(code)
                ? Optional.empty()
                : Optional.of(Refusal.unparseable(
                        Text.of("%s 的货币符号与币种 %s 不符", "the sign in %s is not one of %s", Shown.of(text), code),
                        Text.of("请核对币种", "check the currency")));
    }
}
