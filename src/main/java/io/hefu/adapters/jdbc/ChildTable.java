package io.hefu.adapters.jdbc;

import java.util.Optional;

/**
 * Rows that belong to a parent's row and are written with it.
 *
 * @param cell the parent's cell that holds them as a list
 * @param parent the column that holds the parent's key
 * @param key what tells the rows of one parent apart; empty: they are replaced as a whole
 */
record ChildTable(String cell, Table table, TableColumn parent, Optional<TableColumn> key) {}
