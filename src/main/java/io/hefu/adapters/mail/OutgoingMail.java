package io.hefu.adapters.mail;

/**
 * A mail on its way out: plain text in UTF-8.
 *
 * @param messageId with its angle brackets; the same for the same mail, however often it is tried
 */
public record OutgoingMail(String messageId, String from, String to, String subject, String body) {}
