package io.hefu.console;

import io.hefu.definition.Text;
import io.hefu.dictionary.Uid;
import java.time.Instant;

/**
 * A reminder and its fate.
 *
 * @param recipient to whom; empty when nobody is known
 * @param state written, rejected or unknown when it was sent; else the state of the wanted version
 * @param at when it was sent, or wanted
 */
public record ReminderLine(
        Uid uid, String name, Text step, String recipient, String state, Text fate, Text reason, Instant at) {}
