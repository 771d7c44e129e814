package io.hefu.ledger;

/** What a record waits for. */
public sealed interface Awaited {
    /** Name of the entity referred to. */
    String entity();

    /** A link: the key of a thing in a system. */
    record Key(String system, String entity, String key) implements Awaited {}

    /** A golden record with a business key, as {@code field=value}. */
    record BusinessKey(String entity, String businessKey) implements Awaited {}

    /** As the table keeps it. */
    default String form() {
        return this instanceof Key ? "key" : "business-key";
    }

    /** The system of the key; empty for a business key. */
    default String system() {
        return this instanceof Key key ? key.system() : "";
    }

    /** The key, or the business key. */
    default String wanted() {
        return this instanceof Key key ? key.key() : ((BusinessKey) this).businessKey();
    }

    static Awaited of(String form, String system, String entity, String wanted) {
        return form.equals("key") ? new Key(system, entity, wanted) : new BusinessKey(entity, wanted);
    }
}
