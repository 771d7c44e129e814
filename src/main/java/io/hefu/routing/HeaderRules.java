package io.hefu.routing;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Which headers cross the border between the hub and an HTTP system, whatever the route forgot to remove. Camel steers
 * itself by headers, so that a header from outside could steer the hub (CVE-2025-27636, CVE-2025-29891, CVE-2025-30177);
 * only those of the list come in, and none of Camel's own or of the connection goes out.
 */
final class HeaderRules implements HeaderFilterStrategy {
    private static final Set<String> IN = Set.of(
            "content-type",
            "content-disposition",
            "etag",
            "last-modified",
            "link",
            "location",
            "retry-after",
            "date",
            "www-authenticate");
    private static final Set<String> OF_THE_CONNECTION = Set.of(
            "connection",
            "content-length",
            "expect",
            "forwarded",
            "host",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "via",
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto");

    /** True keeps a header from going out. */
    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        String lower = name.toLowerCase(Locale.ROOT);
        return OF_THE_CONNECTION.contains(lower)
                || steers(lower)
                || hasLineBreak(name)
                || hasLineBreak(String.valueOf(value));
    }

    /** True keeps a header from coming in. */
    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        String lower = name.toLowerCase(Locale.ROOT);
        return !IN.contains(lower) && !lower.startsWith("x-ratelimit-") && !lower.startsWith("x-total-");
    }

    private static boolean steers(String lower) {
        return lower.startsWith("camel")
                || lower.startsWith("org.apache.camel")
                || lower.startsWith("mail.smtp")
                || lower.startsWith("kafka.");
    }

    private static boolean hasLineBreak(String text) {
        return text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0;
    }
}
