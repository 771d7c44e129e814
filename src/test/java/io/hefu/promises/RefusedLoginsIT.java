package io.hefu.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hefu.adapters.mail.CamelMailTransport;
import io.hefu.console.Matter;
import io.hefu.console.Matters;
import io.hefu.delivery.Told;
import io.hefu.delivery.Wanted;
import io.hefu.delivery.WantedState;
import io.hefu.servers.MailServer;
import io.hefu.systems.SystemFault;
import jakarta.mail.Folder;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A mail server that refuses the hub's login is a matter of the whole system, not of each reminder; promise 10 holds. */
class RefusedLoginsIT extends ReminderStories {
    private static final String HUB = "hub@example.com";
    private static final String READER = "chen@heyuan.example";

    private final CamelContext camel = new DefaultCamelContext();
    private final AtomicInteger attempts = new AtomicInteger();
    private MailServer server;

    @BeforeEach
    void mailServer() throws Exception {
        receivable("YS2", "20261220");
        server = MailServer.start();
        server.mailbox(HUB, "right");
        server.mailbox(READER, READER);
        camel.start();
        password("wrong");
    }

    @AfterEach
    void close() throws Exception {
        camel.close();
        server.close();
    }

    private void password(String password) throws Exception {
        String uri = "smtp://127.0.0.1:" + server.smtpPort() + "?username=" + HUB + "&password=" + password;
        if (camel.getRoute("smtp-out") != null) {
            camel.getRouteController().stopRoute("smtp-out");
            camel.removeRoute("smtp-out");
        }
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:smtp-out").routeId("smtp-out").to(uri);
            }
        });
    }

    private TestHub hub() {
        CamelMailTransport transport = new CamelMailTransport(camel.createProducerTemplate());
        return TestHub.mailing(trade.home, trade.clock, (route, mail) -> {
            attempts.incrementAndGet();
            transport.send(route, mail);
        });
    }

    private int arrived() throws Exception {
        Session session = Session.getInstance(new Properties());
        try (Store store = session.getStore("imap")) {
            store.connect("127.0.0.1", server.imapPort(), READER, READER);
            Folder folder = store.getFolder("INBOX");
            folder.open(Folder.READ_ONLY);
            return folder.getMessageCount();
        }
    }

    private void due(TestHub hub) {
        readAll(hub);
        trade.clock.to("2026-12-13");
        readAll(hub);
        hub.engine().clockRun().run();
    }

    private static SystemFault refused(TestHub hub) {
        return catchThrowableOfType(SystemFault.class, () -> hub.deliver("smtp", "reminder"));
    }

    @Test
    void aRefusedLoginFailsNoReminderAndOnceItIsMendedEachGoesOutOnce() throws Exception {
        try (TestHub hub = hub()) {
            due(hub);
            SystemFault fault = refused(hub);
            assertThat(fault.what().en()).contains("refused the login", "smtp.system.yaml", "transport");
            assertThat(fault.toString()).doesNotContain("wrong");
            assertThat(wanted(hub)).extracting(Wanted::state).containsOnly(WantedState.PENDING);
            assertThat(undelivered(hub))
                    .singleElement()
                    .satisfies(matter -> assertThat(matter.reason().zh()).contains("拒绝登录", "核对路由"));

            password("right");
            trade.clock.forward(Duration.ofMinutes(1));
            assertThat(hub.deliver("smtp", "reminder").created()).isEqualTo(2);
            hub.deliver("smtp", "reminder");
            assertThat(arrived()).isEqualTo(2);
        }
    }

    private static List<Matter> undelivered(TestHub hub) {
        return new Matters(hub.books())
                .list(new Matters.Filter(Optional.of(Matter.Kind.UNDELIVERED), Optional.empty(), Optional.empty(), 10));
    }

    @Test
    void theServerIsLeftAloneLongerAfterEachRefusal() {
        try (TestHub hub = hub()) {
            due(hub);
            refused(hub);
            assertThat(hub.deliver("smtp", "reminder")).isEqualTo(Told.NOTHING);
            for (int seconds = 0; seconds < 600; seconds += 10) {
                trade.clock.forward(Duration.ofSeconds(10));
                refused(hub);
            }

            assertThat(attempts.get()).isBetween(3, 8);
        }
    }
}
