package io.hefu.journey;

import io.hefu.definition.Text;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the installation decided for itself. A part of the snapshot.
 *
 * @param zone in which a day begins: of "today", of due dates and of reminders
 * @param language of mails where nothing says otherwise: zh or en
 * @param company whose installation it is, as mails name it
 */
public record Deployment(ZoneId zone, String language, Optional<Text> company) {}
