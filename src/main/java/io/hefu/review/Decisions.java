package io.hefu.review;

import io.hefu.store.HubDatabase;
import io.hefu.store.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** Decisions of persons. Append-only. */
public final class Decisions {
    /** What was decided. */
    public enum Kind {
        /** A held value counts from now on. */
        RELEASE,
        /** A held value is forgotten. */
        DISCARD_HOLD,
        /** A parked record is given up. */
        DISCARD,
        /** A parked record or a wanted version is tried again. */
        RETRY,
        /** The new shape of a source is accepted. */
        ACCEPT_SHAPE,
        /** It was said what a parked record belongs to. */
        ASSIGN
    }

    /**
     * One decision.
     *
     * @param subject what it was about, as a person names it: a UID and field, a number of a parked record, system/entity
     */
    public record Decision(Kind kind, String subject, String by, String why, Instant at) {}

    private final HubDatabase database;

    public Decisions(HubDatabase database) {
        this.database = database;
    }

    public void enter(Transaction tx, Decision decision) throws SQLException {
        tx.update(
                "insert into decision (kind, subject, decided_by, why, at) values (?, ?, ?, ?, ?)",
                decision.kind().name().toLowerCase(Locale.ROOT),
                decision.subject(),
                decision.by(),
                decision.why(),
                decision.at());
    }

    public void enter(Decision decision) {
        database.write(tx -> {
            enter(tx, decision);
            return 0;
        });
    }

    /** Newest first. */
    public List<Decision> latest(int limit) {
        return database.read(tx -> tx.query(
                "select kind, subject, decided_by, why, at from decision order by id desc limit " + limit,
                row -> new Decision(
                        Kind.valueOf(row.text(1).toUpperCase(Locale.ROOT)),
                        row.text(2),
                        row.text(3),
                        row.text(4),
                        row.instant(5))));
    }
}
