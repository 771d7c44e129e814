package io.hefu.bench;

import io.hefu.definition.Text;

/** What is measured in every round. */
enum Subject {
    LIMIT("limit", Text.of("极限 L：直接复制，不留状态", "L: the bare copy, nothing remembered")),
    WAY("way-postgresql", Text.of("全程，枢纽库 PostgreSQL", "the whole way, hub on PostgreSQL")),
    SWEEP("sweep-postgresql", Text.of("复核未变的行，PostgreSQL", "sweep of unchanged rows, PostgreSQL")),
    WAY_SQLITE("way-sqlite", Text.of("全程，枢纽库 SQLite", "the whole way, hub on SQLite")),
    SWEEP_SQLITE("sweep-sqlite", Text.of("复核未变的行，SQLite", "sweep of unchanged rows, SQLite"));

    private final String id;
    private final Text title;

    Subject(String id, Text title) {
        this.id = id;
        this.title = title;
    }

    String id() {
        return id;
    }

    Text title() {
        return title;
    }
}
