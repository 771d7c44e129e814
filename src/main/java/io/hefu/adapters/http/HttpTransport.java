package io.hefu.adapters.http;

import io.hefu.definition.Text;
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
        private final transient Text why;
        private final boolean surelyNotSent;

        /** @param surelyNotSent whether the request cannot have reached the system */
        public NoAnswer(Text why, boolean surelyNotSent, Throwable cause) {
            super(why.en(), cause);
            this.why = why;
            this.surelyNotSent = surelyNotSent;
        }

        public Text why() {
            return why;
        }

        public boolean surelyNotSent() {
            return surelyNotSent;
        }
    }

    /** An answer larger than allowed. */
    final class TooLarge extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final int limit;

        /** @param limit bytes */
        public TooLarge(int limit) {
            super("the answer is larger than " + limit + " bytes");
            this.limit = limit;
        }

        public Text why() {
            return Text.of("答复超过 %s 字节", "the answer is larger than %s bytes", limit);
        }
    }
}
