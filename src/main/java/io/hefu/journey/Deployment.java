package io.hefu.journey;

import java.time.ZoneId;

/**
 * What the installation decided for itself. A part of the snapshot.
 *
 * @param zone in which a day begins: of "today", of due dates and of reminders
 * @param language of mails where nothing says otherwise: zh or en
 */
public record Deployment(ZoneId zone, String language) {
    /** With mails in Chinese. */
    public Deployment(ZoneId zone) {
        this(zone, "zh");
    }
}
