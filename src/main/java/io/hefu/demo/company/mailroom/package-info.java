/** The demo company's mails: what customers and salespeople write to the hub's mailbox, delivered byte for byte over real SMTP. */
package io.hefu.demo.company.mailroom;
