package io.hefu.adapters.http;

import java.util.Map;

/** The road that requests take: a route of the installation. */
public interface HttpTransport {
    /**
     * Sends and waits for the answer, whatever its status is.
     *
     * @param route such as {@code direct:crm-http}
     * @throws NoAnswer when none came
     */
    Answer send(String route, Request request);

    /**
     * @param path from the host on, encoded, without the query
     * @param query encoded; empty for none
     * @param body empty for none
     */
    @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
    record Request(String method, String path, String query, Map<String, String> headers, byte[] body) {
        /** For messages: neither headers nor body, which may hold secrets. */
        @Override
        public String toString() {
            return method + " " + path + (query.isEmpty() ? "" : "?" + query);
        }
    }

    /** @param headers by their names in lower case, of those that adapters may see */
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Answer(int status, Map<String, String> headers, byte[] body) {}

    /** No answer came. */
    final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final boolean surelyNotSent;

        /** @param surelyNotSent whether the request cannot have reached the system */
        public NoAnswer(String why, boolean surelyNotSent, Throwable cause) {
            super(why, cause);
            this.surelyNotSent = surelyNotSent;
        }

        public boolean surelyNotSent() {
            return surelyNotSent;
        }
    }

    /** An answer larger than allowed. */
    final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param limit bytes */
        public TooLarge(int limit) {
            super("the answer is larger than " + limit + " bytes");
        }
    }
}
