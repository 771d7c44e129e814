package io.hefu.demo.company.books;

import java.util.Set;

/**
 * Which customer plays which part, by index: 0 is spelled in three ways; up to 259 have orders; up to 279 are in the ERP
 * without orders; the rest are prospects that only the CRM knows.
 */
public final class Cast {
    public static final int CUSTOMERS = 300;
    public static final int THREE_SPELLINGS = 0;
    /** Owes an invoice that was due three days ago: the last reminder is due today. */
    public static final int OVERDUE = 5;
    /** Owes an invoice that is due today. */
    public static final int DUE_TODAY = 6;
    /** Owes an invoice that is due in a week. */
    public static final int DUE_IN_A_WEEK = 7;
    /** Owes an old invoice, but a payment of theirs is not allocated yet. */
    public static final int UNALLOCATED = 8;
    /** The CRM has their name with broken characters. */
    public static final int BROKEN_TEXT = 265;
    /** Their account appears in the CRM only after their quote. */
    public static final int LATE = 299;

    static final int ORDERING = 260;
    static final int IN_ERP = 280;
    private static final int FIRST_ABROAD = 230;
    private static final int FIRST_NOT_IN_CRM = 250;
    private static final Set<Integer> PINNED = Set.of(OVERDUE, DUE_TODAY, DUE_IN_A_WEEK, UNALLOCATED);

    private Cast() {}

    static boolean abroad(int index) {
        return index >= FIRST_ABROAD && index < FIRST_ABROAD + Names.ABROAD.size();
    }

    static int abroadNumber(int index) {
        return index - FIRST_ABROAD;
    }

    static boolean inCrm(int index) {
        return index < FIRST_NOT_IN_CRM || index >= ORDERING;
    }

    /** Whoever plays a part with a due date pays by one instalment, thirty days after delivery. */
    static boolean pinned(int index) {
        return PINNED.contains(index);
    }

    static boolean mayHaveLeads(Customer customer) {
        return customer.crm().present() && customer.index() != BROKEN_TEXT && customer.index() != LATE;
    }

    static boolean maySign(Customer customer) {
        return mayHaveLeads(customer)
                && customer.index() < ORDERING
                && customer.index() != THREE_SPELLINGS
                && !pinned(customer.index());
    }
}
