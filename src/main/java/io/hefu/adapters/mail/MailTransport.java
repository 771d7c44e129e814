package io.hefu.adapters.mail;

/** Hands a mail to the route that sends it, and waits for the server's answer. */
@FunctionalInterface
public interface MailTransport {
    /**
     * @param route such as {@code direct:smtp-out}
     * @throws Exception whatever the mail server or the way to it said; {@link SendFaults} knows what it means
     */
    void send(String route, OutgoingMail mail) throws Exception;
}
