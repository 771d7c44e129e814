package io.hefu.golden;

import io.hefu.dictionary.Uid;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The documents of one layout, page after page in the order of their UIDs. */
final class DocumentPages {
    private static final int PAGE = 1_000;

    private final Transaction tx;
    private final String entity;
    private final int number;
    private final DocumentCodec codec;
    private UUID after = new UUID(0, 0);

    DocumentPages(Transaction tx, String entity, int number, DocumentCodec codec) {
        this.tx = tx;
        this.entity = entity;
        this.number = number;
        this.codec = codec;
    }

    /** Empty after the last. */
    List<GoldenRecord> next() throws SQLException {
        List<GoldenRecord> page = tx.query(
                "select uid, version, document from golden where entity = ? and dictionary_number = ? and uid > ?"
                        + " order by uid limit ?",
                row -> codec.decode(new Uid(row.uuid(1)), entity, row.number(2), row.bytes(3)),
                entity,
                number,
                after,
                PAGE);
        if (!page.isEmpty()) {
            after = page.get(page.size() - 1).uid().value();
        }
        return page;
    }
}
