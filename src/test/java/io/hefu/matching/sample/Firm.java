package io.hefu.matching.sample;

/**
 * One made-up company as it is, before anybody spells it.
 *
 * @param branch the city of a branch; empty for a company
 */
record Firm(
        int number,
        boolean chinese,
        String brand,
        String industry,
        String city,
        String form,
        boolean group,
        String branch,
        String code,
        String phone,
        String domain,
        String street,
        String contact) {

    Firm branchIn(String city, String ofCode, String ofPhone, String ofStreet, int ofNumber) {
        return new Firm(
                ofNumber, chinese, brand, industry, this.city, form, false, city, ofCode, ofPhone, domain, ofStreet,
                contact);
    }
}
