/**
 * Mail as a system: reading a mailbox over IMAP without leaving a trace in it, and sending mails through a route.
 *
 * <p>May use: mapping, systems, definition, adapters.settings; Jakarta Mail and Camel.
 */
package io.hefu.adapters.mail;
