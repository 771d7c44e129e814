package io.hefu.golden;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;

/**
 * A hold as it is listed.
 *
 * @param provenance where the held value came from
 */
public record HeldField(Uid uid, String entity, String field, String rule, Provenance provenance, Text reason) {}
