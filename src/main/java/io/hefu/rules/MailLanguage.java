package io.hefu.rules;

/**
 * In which language mails are written where nothing says otherwise. A part of the snapshot.
 *
 * @param code of the language: zh or en
 */
public record MailLanguage(String code) {}
