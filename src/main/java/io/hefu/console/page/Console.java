package io.hefu.console.page;

import io.hefu.console.Books;
import io.hefu.journey.Flows;
import io.hefu.journey.Lookup;
import io.hefu.routing.RouteHealth;
import java.net.BindException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;

/** The status page, running. */
public final class Console implements AutoCloseable {
    /** The one address that it listens on: it shows a company's business without asking who looks. */
    public static final String ADDRESS = "127.0.0.1";

    /**
     * What the pages show.
     *
     * @param flows of this process; empty when another one does the reading
     * @param routes asked again for every page
     * @param lookup answers whether a customer is there already; empty where nothing does
     */
    public record Shown(
            Books books, Optional<Flows> flows, Supplier<List<RouteHealth>> routes, Optional<Lookup> lookup) {}

    private final ConfigurableApplicationContext context;

    private Console(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * @param port 0 for any free one
     * @throws BindException when the port is taken
     */
    public static Console start(Shown shown, int port) throws BindException {
        // logging is as the program set it up; Spring must not set it up anew
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        SpringApplication application = new SpringApplication(PageApplication.class);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.setRegisterShutdownHook(false);
        application.setAddCommandLineProperties(false);
        application.setDefaultProperties(settings(port));
        application.addInitializers(context -> context.getBeanFactory().registerSingleton("shown", shown));
        try {
            return new Console(application.run());
        } catch (ApplicationContextException notStarted) {
            if (notStarted.getCause() instanceof PortInUseException taken) {
                BindException told = new BindException("port " + taken.getPort() + " is taken");
                told.initCause(notStarted);
                throw told;
            }
            throw notStarted;
        }
    }

    /** The address to type into a browser. */
    public String url() {
        return "http://" + ADDRESS + ":" + port() + "/";
    }

    public int port() {
        return ((ServletWebServerApplicationContext) context).getWebServer().getPort();
    }

    @Override
    public void close() {
        context.close();
    }

    private static Map<String, Object> settings(int port) {
        return Map.ofEntries(
                Map.entry("server.address", ADDRESS),
                Map.entry("server.port", port),
                Map.entry("server.error.include-message", "never"),
                Map.entry("server.error.whitelabel.enabled", false),
                Map.entry("server.tomcat.threads.max", 8),
                Map.entry("server.tomcat.threads.min-spare", 1),
                Map.entry("spring.config.location", "optional:classpath:/none/"),
                Map.entry("spring.main.lazy-initialization", false),
                Map.entry("spring.messages.basename", "io/hefu/console/words"),
                Map.entry("spring.messages.fallback-to-system-locale", false),
                Map.entry("spring.thymeleaf.prefix", "classpath:/io/hefu/console/"),
                Map.entry("spring.thymeleaf.check-template-location", false),
                Map.entry("spring.web.resources.add-mappings", false));
    }
}
