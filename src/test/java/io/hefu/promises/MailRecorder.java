package io.hefu.promises;

import io.hefu.systems.OutgoingRow;
import io.hefu.systems.ReadRequest;
import io.hefu.systems.Reading;
import io.hefu.systems.Row;
import io.hefu.systems.Shape;
import io.hefu.systems.SystemConnection;
import io.hefu.systems.WriteOperation;
import io.hefu.systems.WriteResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that keeps what it was given; nothing can be asked of it, as of every mail server. */
final class MailRecorder implements SystemConnection {
    private final List<Map<String, Object>> mails = new CopyOnWriteArrayList<>();

    List<Map<String, Object>> mails() {
        return mails;
    }

    @Override
    public String system() {
        return "smtp";
    }

    @Override
    public Shape describe(String resource) {
        return new Shape(List.of());
    }

    @Override
    public Reading read(ReadRequest request) {
        throw new UnsupportedOperationException("mail servers that send are not read");
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
        throw new UnsupportedOperationException("nothing can be found there");
    }

    @Override
    public List<WriteResult> write(String resource, String key, WriteOperation operation, List<OutgoingRow> rows) {
        rows.forEach(row -> mails.add(row.cells()));
        return rows.stream()
                .<WriteResult>map(row -> new WriteResult.Written("<" + row.token() + "@hefu>"))
                .toList();
    }

    @Override
    public void close() {}
}
