package io.hefu.golden;

import io.hefu.definition.Text;

/** Says to a person why a field is held; asked when a hold is stored. */
@FunctionalInterface
public interface HoldReasons {
    Text of(GoldenRecord record, Hold hold);
}
