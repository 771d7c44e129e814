/**
 * The demo company: a Chinese trading company as four outside systems, with the faults that real companies have.
 *
 * <p>It plays the outside world. It knows nothing of the hub, and the hub meets it only over JDBC, HTTP, IMAP and SMTP.
 */
package io.hefu.demo.company;
