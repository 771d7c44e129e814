package io.hefu.receivables;

import io.hefu.dictionary.EntityType;
import io.hefu.dictionary.Record;
import io.hefu.dictionary.Uid;
import io.hefu.golden.GoldenRecord;
import io.hefu.golden.GoldenRecords;
import io.hefu.golden.Identity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * In which language a person is written to. It is no part of a reminder's identity: a language that becomes known later sends
 * nothing twice.
 *
 * @param contact the contacts' entity
 * @param otherwise the language of the installation
 */
record ReminderLanguage(GoldenRecords goldens, EntityType contact, String otherwise) {
    private static final String LANGUAGE = "language";

    /** As the employee's own language says, where the dictionary has one. */
    String ofSalesperson(Optional<Record> employee) {
        return employee.flatMap(ReminderLanguage::own).orElse(otherwise);
    }

    /**
     * That of the contact who has the customer's address, else the customer's own where the dictionary has one; else a
     * customer abroad is written to in English, one in China in Chinese.
     */
    String ofCustomer(Optional<Record> customer) {
        return customer.flatMap(known -> ofContact(known).or(() -> own(known)).or(() -> ofCountry(known)))
                .orElse(otherwise);
    }

    private Optional<String> ofContact(Record customer) {
        return contact.find("mail")
                .flatMap(field -> customer.find("mail", String.class)
                        .map(Identity::lookupText)
                        .flatMap(mail -> agreed(
                                goldens.byLookup(contact, field, List.of(mail)).getOrDefault(mail, List.of()))));
    }

    /** Of several contacts behind one address, when they agree. */
    private Optional<String> agreed(List<Uid> contacts) {
        Map<Uid, GoldenRecord> found = goldens.find(contacts);
        List<String> languages = found.values().stream()
                .filter(golden -> !golden.deleted())
                .flatMap(golden -> own(golden.merged()).stream())
                .distinct()
                .toList();
        return languages.size() == 1 ? Optional.of(languages.get(0)) : Optional.empty();
    }

    private static Optional<String> own(Record person) {
        return person.type().find(LANGUAGE).flatMap(person::find).map(Object::toString);
    }

    private static Optional<String> ofCountry(Record customer) {
        return customer.find("country", String.class).map(country -> country.equals("CN") ? "zh" : "en");
    }
}
