package io.hefu.golden;

import io.hefu.dictionary.FieldType;

/**
 * A value that was said and is not let through: the merged record keeps its former value until somebody releases it or
 * the reason is gone.
 *
 * @param value the value that waits: a value of the field's type, or {@code Record.Nothing.NULL}
 * @param rule id of the rule that holds it
 * @param provenance where the held value came from
 */
public record Hold(FieldType field, Object value, String rule, Provenance provenance) {}
