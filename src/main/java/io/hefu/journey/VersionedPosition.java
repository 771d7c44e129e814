package io.hefu.journey;

import java.util.Optional;

/**
 * A position, and the version of the mapping that read up to it. Under another version everything must be read again, since
 * the same row may now mean something else.
 */
final class VersionedPosition {
    private static final char BETWEEN = '\n';

    private VersionedPosition() {}

    static String of(String mappingVersion, String position) {
        return mappingVersion + BETWEEN + position;
    }

    static Optional<String> under(String mappingVersion, String stored) {
        int between = stored.indexOf(BETWEEN);
        return between >= 0 && stored.substring(0, between).equals(mappingVersion)
                ? Optional.of(stored.substring(between + 1))
                : Optional.empty();
    }
}
