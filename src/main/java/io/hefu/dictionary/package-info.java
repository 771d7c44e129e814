/**
 * The unified data dictionary: entities, fields, types and code lists, the canonical {@link io.hefu.dictionary.Record}
 * that carries their values, {@link io.hefu.dictionary.Money} and {@link io.hefu.dictionary.Uid}; and the history of
 * fields.
 *
 * <p>May use: definition.
 */
package io.hefu.dictionary;
