package io.hefu.journey;

import java.time.ZoneId;

/**
 * What the installation decided for itself. A part of the snapshot.
 *
 * @param zone in which a day begins: of "today", of due dates and of reminders
 */
public record Deployment(ZoneId zone) {}
