package io.hefu.receivables;

import io.hefu.definition.Text;
import java.util.Optional;

/** Says what of the receipts the hub does not know though their system has it: a payment may be among them. */
public interface UnreadReceipts {
    /** Why a payment may have come unseen; empty when every receipt that was asked for is known. */
    Optional<Text> why();
}
