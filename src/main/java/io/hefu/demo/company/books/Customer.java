package io.hefu.demo.company.books;

import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * A customer as it is in truth, and which systems know it under which name and number.
 *
 * @param index counts from 0; the code and the other systems' keys follow from it
 * @param taxNo the unified social credit code, empty for a customer abroad
 */
public record Customer(
        int index,
        String name,
        String shortName,
        String taxNo,
        Place place,
        String domain,
        String industry,
        String salesman,
        String currency,
        PayTerm term,
        LocalDate createdOn,
        LocalDateTime modified,
        InErp erp,
        InFinance finance,
        InCrm crm) {

    /** Where it is; the province is empty abroad. */
    public record Place(String country, String province, String city, String address, String phone) {}

    /** Whether the ERP has it. */
    public record InErp(boolean present) {}

    /** How finance spells it, and by which numbers of others it knows it. */
    public record InFinance(boolean present, String name, boolean knowsCode, boolean knowsTaxNo) {}

    /** How the CRM spells it, and by which numbers of others it knows it. */
    public record InCrm(boolean present, String name, boolean knowsCode, boolean knowsTaxNo) {}

    /** The ERP's code, such as C00001. */
    public String code() {
        return "C%05d".formatted(index + 1);
    }

    /** Finance's own code, such as K10001. */
    public String financeCode() {
        return "K%05d".formatted(index + 10001);
    }

    /** The CRM's id, such as A1001. */
    public String account() {
        return "A" + (index + 1001);
    }

    public boolean abroad() {
        return !"CN".equals(place.country());
    }
}
