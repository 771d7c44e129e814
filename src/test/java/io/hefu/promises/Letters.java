package io.hefu.promises;

import io.hefu.systems.Column;
import io.hefu.systems.ColumnType;
import io.hefu.systems.OutgoingRow;
import io.hefu.systems.ReadRequest;
import io.hefu.systems.Reading;
import io.hefu.systems.Row;
import io.hefu.systems.RowBatch;
import io.hefu.systems.Shape;
import io.hefu.systems.SystemConnection;
import io.hefu.systems.WriteOperation;
import io.hefu.systems.WriteResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mailbox with letters in it, read by their numbers as the real one is. */
final class Letters implements SystemConnection {
    private static final Shape SHAPE = new Shape(List.of(
            new Column("uid", ColumnType.TEXT, "UIDVALIDITY-UID"),
            new Column("messageId", ColumnType.TEXT, "header"),
            new Column("from", ColumnType.TEXT, "address"),
            new Column("fromName", ColumnType.TEXT, "header"),
            new Column("fromDomain", ColumnType.TEXT, "address"),
            new Column("to", ColumnType.LIST, "addresses"),
            new Column("subject", ColumnType.TEXT, "header"),
            new Column("date", ColumnType.TIMESTAMP, "header"),
            new Column("text", ColumnType.TEXT, "body"),
            new Column("attachments", ColumnType.LIST, "parts"),
            new Column("tooLarge", ColumnType.FLAG, "limit"),
            new Column("fault", ColumnType.TEXT, "reader")));

    private final List<Row> letters = new ArrayList<>();

    /** @param files names; a file's content is its name, so that equal names are one document */
    Letters put(String from, String subject, String text, String... files) {
        List<Object> attachments = new ArrayList<>();
        for (String file : files) {
            attachments.add(Map.of(
                    "sha256",
                    Integer.toHexString(file.hashCode()),
                    "name",
                    file,
                    "mediaType",
                    file.endsWith(".pdf") ? "application/pdf" : "image/jpeg",
                    "size",
                    100L));
        }
        letters.add(new Row(SHAPE, new Object[] {
            "7-" + (letters.size() + 1),
            "<" + letters.size() + "@example>",
            from,
            "",
            from.substring(from.indexOf('@') + 1),
            List.of("hub@trade.example"),
            subject,
            Instant.parse("2026-11-20T02:00:00Z"),
            text,
            attachments,
            false,
            null
        }));
        return this;
    }

    @Override
    public String system() {
        return "mailbox";
    }

    @Override
    public Shape describe(String resource) {
        return SHAPE;
    }

    @Override
    public Reading read(ReadRequest request) {
        int from = request.from().map(Integer::parseInt).orElse(0);
        List<Row> rest = List.copyOf(letters.subList(from, letters.size()));
        return new Reading() {
            private boolean given;

            @Override
            public Optional<RowBatch> next() {
                if (given || rest.isEmpty()) {
                    return Optional.empty();
                }
                given = true;
                return Optional.of(new RowBatch(SHAPE, rest, Integer.toString(from + rest.size())));
            }

            @Override
            public void close() {}
        };
    }

    @Override
    public List<Row> rowsWith(String resource, String column, List<String> values) {
        return List.of();
    }

    @Override
    public boolean canFind(String resource) {
        return false;
    }

    @Override
    public List<Row> find(String resource, Map<String, Object> equal) {
        throw new UnsupportedOperationException("a mailbox is not searched");
    }

    @Override
    public List<WriteResult> write(String resource, String key, WriteOperation operation, List<OutgoingRow> rows) {
        throw new UnsupportedOperationException("the mailbox is only read");
    }

    @Override
    public void close() {}
}
