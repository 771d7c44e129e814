package io.hefu.receivables;

import io.hefu.definition.Text;
import io.hefu.dictionary.Money;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What could settle a receivable once finance sets it off; all in one currency.
 *
 * @param receipts what the customer paid and nobody allocated; never negative
 * @param creditNotes receivables of the customer with a negative balance
 */
record Cover(Money receipts, List<CreditNote> creditNotes) {
    /** More of them would say no more. */
    private static final int NAMED = 3;

    /**
     * A credit note that is not used up.
     *
     * @param open what is left of it, as a positive amount
     */
    record CreditNote(String number, Money open) {}

    Cover {
        creditNotes = List.copyOf(creditNotes);
    }

    Money sum() {
        return receipts.plus(credit());
    }

    private Money credit() {
        return creditNotes.stream().map(CreditNote::open).reduce(receipts.minus(receipts), Money::plus);
    }

    /** Why nobody is reminded. */
    Text reason() {
        if (creditNotes.isEmpty()) {
            return Text.of(
                    "该客户有未核销收款 %s，可能是这笔款；等财务核销",
                    "the customer has unallocated receipts of %s that could cover it; finance must allocate first",
                    receipts);
        } else if (receipts.isZero()) {
            return Text.of(
                    "该客户有未用完的红字应收单 %s（余额合计 %s），可能冲抵这笔款；等财务核销",
                    "the customer has open credit notes (%s) of %s that could cover it; finance must allocate first",
                    numbers(),
                    credit());
        }
        return Text.of(
                "该客户有未核销收款 %s 和未用完的红字应收单 %s（余额合计 %s），可能就是这笔款；等财务核销",
                "the customer has unallocated receipts of %s and open credit notes (%s) of %s that could cover it;"
                        + " finance must allocate first",
                receipts,
                numbers(),
                credit());
    }

    private Text numbers() {
        String first = creditNotes.stream().limit(NAMED).map(CreditNote::number).collect(Collectors.joining(", "));
        return creditNotes.size() > NAMED ? Text.of("%s 等", "%s and more", first) : Text.same(first);
    }
}
