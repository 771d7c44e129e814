package io.hefu.mapping;

import io.hefu.definition.Text;
import io.hefu.dictionary.Money;

/** An amount that an expression gives; it must say its currency. */
record MoneyConversion() implements Conversion {
    @Override
    public Object toOurs(Object cell) {
        return cell instanceof Money
                ? cell
                : Refusal.retyped(
                        cell,
                        Text.of("带币种的金额，如 money(…, 'CNY')", "an amount with its currency, such as money(…, 'CNY')"));
    }

    @Override
    public Object toTheirs(Object value) {
        return value;
    }
}
