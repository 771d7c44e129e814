package io.hefu.ledger;

/** What a record waits for, or what a person can choose that it belongs to. */
public sealed interface Awaited {
    /** Name of the entity referred to. */
    String entity();

    /** A link: the key of a thing in a system. */
    record Key(String system, String entity, String key) implements Awaited {}

    /** A golden record with a business key, as {@code field=value}. */
    record BusinessKey(String entity, String businessKey) implements Awaited {}

    /** A golden record with a business key that a person can choose; its arrival resumes nothing. */
    record Choice(String entity, String businessKey) implements Awaited {}

    /** As the table keeps it. */
    default String form() {
        if (this instanceof Key) {
            return "key";
        }
        return this instanceof Choice ? "choice" : "business-key";
    }

    /** The system of the key; empty for a business key. */
    default String system() {
        return this instanceof Key key ? key.system() : "";
    }

    /** The key, or the business key. */
    default String wanted() {
        if (this instanceof Key key) {
            return key.key();
        }
        return this instanceof Choice choice ? choice.businessKey() : ((BusinessKey) this).businessKey();
    }

    static Awaited of(String form, String system, String entity, String wanted) {
        return switch (form) {
            case "key" -> new Key(system, entity, wanted);
            case "choice" -> new Choice(entity, wanted);
            default -> new BusinessKey(entity, wanted);
        };
    }
}
