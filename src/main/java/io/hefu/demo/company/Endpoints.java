package io.hefu.demo.company;

import io.hefu.servers.Login;

/**
 * Where the demo company's systems are and how the hub logs in there.
 *
 * @param erp PostgreSQL, for reading only
 * @param finance MariaDB, for reading and writing
 */
public record Endpoints(Login erp, Login finance, Crm crm, Mail mail) {

    /** The legacy CRM: send the key as {@code X-API-Key}, or log in with user and password. */
    public record Crm(String baseUrl, String apiKey, String user, String password) {
        @Override
        public String toString() {
            return user + " at " + baseUrl;
        }
    }

    /** The mail server: IMAP with the login, SMTP without one. */
    public record Mail(String host, int smtpPort, int imapPort, String address, String user, String password) {
        @Override
        public String toString() {
            return address + " at " + host + ", SMTP " + smtpPort + ", IMAP " + imapPort;
        }
    }
}
