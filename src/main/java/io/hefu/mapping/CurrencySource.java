package io.hefu.mapping;

import io.hefu.definition.Position;
import io.hefu.definition.Text;
import io.hefu.dictionary.DataType;
import io.hefu.dictionary.FieldType;
import io.hefu.dictionary.Record;
import io.hefu.systems.Row;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What says the currency of an amount: the mapping itself, or a cell beside the amount.
 *
 * @param constant ISO 4217; else the cell says it
 * @param above whether that cell belongs to the record around the list, which alone writes it
 */
record CurrencySource(Optional<String> constant, Optional<CellPath> path, Conversion conversion, boolean above) {
    private static final Set<String> KNOWN = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** Currencies are read as a text field is. */
    static final FieldType FIELD = new FieldType(
            0,
            "currency",
            DataType.Scalar.TEXT,
            false,
            Text.of("币种", "Currency"),
            Text.NONE,
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Position.of(""));

    /** @return the code or a {@link Refusal} */
    Object read(Cells cells) {
        if (constant.isPresent()) {
            return constant.get();
        }
        Object cell = path.orElseThrow().read(cells);
        Object code = cell == null || cell == Row.Cell.ABSENT ? Record.Nothing.NULL : cell;
        Object read = code instanceof Refusal || code == Record.Nothing.NULL ? code : conversion.toOurs(code);
        if (read == Record.Nothing.NULL || "".equals(read)) {
            return new Refusal(
                    FieldFault.Kind.REQUIRED,
                    Text.of("有金额而没有币种（%s 为空）", "an amount without a currency (%s is empty)", path.orElseThrow()),
                    Text.of("请在来源系统中补填币种", "fill in the currency in the source system"));
        }
        return read instanceof String text && !isKnown(text) ? unknown(text) : read;
    }

    /** RMB and the like are three letters too, and their amounts would be summed apart from those in CNY. */
    static boolean isKnown(String code) {
        return KNOWN.contains(code);
    }

    private static Refusal unknown(String text) {
        return new Refusal(
                FieldFault.Kind.UNKNOWN_CODE,
                Text.of("%s 不是 ISO 4217 币种代码", "%s is no ISO 4217 currency code", Shown.of(text)),
                Text.of("请在 currency 下用 codes 声明，例如 {人民币: CNY}", "declare codes: below currency:, such as {人民币: CNY}"));
    }
}
