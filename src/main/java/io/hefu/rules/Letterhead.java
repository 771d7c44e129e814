package io.hefu.rules;

import io.hefu.definition.Text;
import java.util.Optional;

/**
 * What every mail of the installation is written with. A part of the snapshot.
 *
 * @param language of mails where nothing says otherwise: zh or en
 * @param company whose mails these are, as {@code {company}} in templates
 */
public record Letterhead(String language, Optional<Text> company) {}
