/** The demo company's ERP (PostgreSQL) and finance (MariaDB) databases: their tables, loaded from the books, and live changes to them. */
package io.hefu.demo.company.databases;
