/**
 * The hub's own database: connections, transactions, bulk writing and migrations; it knows no table of any module.
 *
 * <p>One SQL serves SQLite (the default) and PostgreSQL. Where the two differ, {@link io.hefu.store.Dialect} and
 * {@link io.hefu.store.KeySet} give the words, and {@link io.hefu.store.Transaction} binds one Java type to one stored
 * form:
 *
 * <ul>
 *   <li>String: text, without U+0000 and without broken surrogates, which are refused on both;
 *   <li>Long, Integer: bigint, integer; Boolean: integer 0 or 1;
 *   <li>Instant: bigint, microseconds since 1970-01-01T00:00Z, so that it is exact and sorts;
 *   <li>BigDecimal, LocalDate: text (exact; a decimal does not sort as text);
 *   <li>UUID: uuid on PostgreSQL, 16 bytes on SQLite; byte[]: bytea or BLOB.
 * </ul>
 *
 * <p>Modules bring their tables as Flyway migrations under {@code db/hub/common}; the README there lists the
 * placeholders that make one file serve both databases.
 */
package io.hefu.store;
