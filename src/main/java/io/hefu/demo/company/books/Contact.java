package io.hefu.demo.company.books;

/** A person at a customer, whom the CRM knows. */
public record Contact(
        int id,
        Customer customer,
        String name,
        String title,
        String email,
        String mobile,
        boolean primary,
        String language) {}
