package io.hefu.adapters.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Up to where a folder was read. UIDs grow within one UIDVALIDITY; when the server gives another, everything must be read
 * again.
 */
record MailPosition(long uidValidity, long lastUid) {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,19})-(\\d{1,19})");

    static MailPosition start(long uidValidity) {
        return new MailPosition(uidValidity, 0);
    }

    static Optional<MailPosition> read(String written) {
        Matcher matcher = WRITTEN.matcher(written);
        return matcher.matches()
                ? Optional.of(new MailPosition(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                : Optional.empty();
    }

    /** Also the key of the mail at this position. */
    String written() {
        return uidValidity + "-" + lastUid;
    }

    MailPosition at(long uid) {
        return new MailPosition(uidValidity, uid);
    }
}
