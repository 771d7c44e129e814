package io.hefu.demo.company.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** An opportunity 商机, which the CRM calls a lead. */
public record Lead(
        int id,
        String number,
        String name,
        Customer customer,
        Stage stage,
        BigDecimal amount,
        LocalDate createdOn,
        LocalDate stageSince,
        LocalDate lastContact,
        LocalDate expectedClose,
        String nextAction,
        String channel,
        List<Attachment> attachments,
        LocalDateTime updated) {
    public Lead {
        attachments = List.copyOf(attachments);
    }
}
