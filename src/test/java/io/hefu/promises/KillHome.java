package io.hefu.promises;

import io.hefu.Installation;
import io.hefu.servers.Login;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The files of the hub that is killed: what is shipped where it matters, and a small company's systems around it. */
final class KillHome {
    private static final List<String> SHIPPED = List.of(
            "mappings/dictionary",
            "mappings/smtp",
            "config/templates",
            "routes/way.camel.yaml",
            "routes/errors.camel.yaml");

    /** As in the shipped routes, only sooner. */
    private static final String TRIGGERS = Stream.of(
                    trigger("erp-read", "intake", "read('erp', 'employee')", "read('erp', 'customer')"),
                    trigger("crm-read", "intake", "read('crm', 'customer')"),
                    trigger("finance-read", "intake", "read('finance', 'receivable')"),
                    trigger("crm-deliver", "delivery", "deliver('crm', 'customer')"),
                    trigger("finance-deliver", "delivery", "deliver('finance', 'customer')"),
                    trigger("shop-deliver", "delivery", "deliver('shop', 'customer')"),
                    trigger("mail-deliver", "delivery", "deliver('smtp', 'reminder')"),
                    trigger("waiting", "resumer", "resumeArrived"),
                    trigger("clock", "clock", "run"))
            .reduce("", String::concat);

    private final KillWorld world;

    KillHome(KillWorld world) {
        this.world = world;
    }

    void write() {
        SHIPPED.forEach(this::copy);
        file("config/application.yaml", """
                hub: {%s}
                zone: Asia/Shanghai
                company: {zh: 宁波合远进出口有限公司, en: Ningbo Heyuan}
                placeholders:
                  mail: {port: "%d"}
                  shop: {port: "%d"}
                """.formatted(hub(), world.mails.port(), world.shop.port()));
        file("config/hub.secret", world.hub.password());
        database("erp", world.erp, "");
        database("finance", world.finance, switchedOn("customer"));
        database("crm", world.crm, switchedOn("customer"));
        file("config/systems/smtp.system.yaml", """
                system: smtp
                title: {zh: 发信服务器, en: Mail server}
                kind: smtp
                zone: Asia/Shanghai
                transport: direct:smtp-out
                from: hub@example.com
                %s""".formatted(switchedOn("reminder")));
        file("routes/mail.camel.yaml", """
                - route:
                    id: smtp-out
                    from:
                      uri: direct:smtp-out
                      steps:
                        - removeHeaders: {pattern: "*", excludePattern: "To|From|Subject|Message-ID|contentType"}
                        - to: {uri: "smtp://127.0.0.1:{{mail.port}}"}
                """);
        file("config/rules/reminders.rules.yaml", """
                - id: reminder-on-the-day
                  title: {zh: 到期日提醒业务员, en: "Remind the salesperson on the day a receivable is due"}
                  of: receivable
                  when: has(record.open) && record.open.isPositive()
                  then: {remind: {step: due, to: salesperson, template: reminder-due}}
                  mode: enforce
                  owner: finance
                  clock: {field: due, offset: "0d", at: "00:01", onHoliday: same}
                  examples:
                    - {given: {due: "2026-11-30", open: 1.00 CNY}, today: "2026-11-30", expect: remind}
                """);
        file("routes/triggers.camel.yaml", TRIGGERS);
        shop();
        mappings();
    }

    private static String trigger(String id, String bean, String... methods) {
        return """
                - route:
                    id: %1$s
                    from:
                      uri: scheduler:%1$s
                      parameters: {initialDelay: 1, delay: 50}
                      steps:
                """.formatted(id)
                + Stream.of(methods)
                        .map(method -> "        - bean: {ref: " + bean + ", method: \"" + method + "\"}\n")
                        .reduce("", String::concat);
    }

    private String hub() {
        return world.kind == KillWorld.HubKind.SQLITE
                ? "url: \"" + world.hub.jdbcUrl() + "\""
                : "url: \"%s\", user: %s, password: file:hub.secret".formatted(world.hub.jdbcUrl(), world.hub.user());
    }

    private void shop() {
        file("config/systems/shop.system.yaml", """
                system: shop
                title: {zh: 网上商城, en: Web shop}
                kind: http
                zone: Asia/Shanghai
                transport: direct:shop-http
                resources:
                  clients:
                    key: id
                    find: {method: GET, path: "/clients?number={value}", items: $.data, column: number}
                    create: {method: POST, path: "/clients", body: "{cells}", key: $.id}
                    update: {method: PATCH, path: "/clients/{key}", body: "{cells}"}
                %s""".formatted(switchedOn("customer")));
        file("routes/shop.camel.yaml", """
                - route:
                    id: shop-http
                    from:
                      uri: direct:shop-http
                      steps:
                        - removeHeaders: {pattern: "*", excludePattern: "CamelHttpMethod|CamelHttpPath|CamelHttpQuery|CamelHttpRawQuery|Accept|Content-Type"}
                        - to:
                            uri: "http://127.0.0.1:{{shop.port}}"
                            parameters: {bridgeEndpoint: true, throwExceptionOnFailure: false, responseTimeout: 30000}
                        - removeHeaders: {pattern: "*", excludePattern: "CamelHttpResponseCode|Content-Type"}
                """);
    }

    private void mappings() {
        file("mappings/erp/employee.mapping.yaml", """
                system: erp
                entity: employee
                read: {resource: employee, key: code, changed: changed, overlap: 0s}
                fields: {number: code, name: name, mail: mail}
                """);
        file("mappings/erp/customer.mapping.yaml", """
                system: erp
                entity: customer
                read: {resource: customer, key: id, changed: changed, overlap: 0s, batch: 20}
                fields:
                  number: number
                  name: name
                  salesperson: {from: salesman, by: number}
                """);
        file("mappings/crm/customer.mapping.yaml", """
                system: crm
                entity: customer
                read: {resource: account, key: id, changed: changed, overlap: 5s, batch: 20}
                fields: {number: number, name: name}
                write:
                  create: {find: number}
                  update: [name]
                """);
        file("mappings/finance/customer.mapping.yaml", """
                system: finance
                entity: customer
                fields: {number: code, name: name}
                write:
                  resource: client
                  key: code
                  create: {find: code}
                  update: [name]
                """);
        file("mappings/shop/customer.mapping.yaml", """
                system: shop
                entity: customer
                fields: {number: number, name: name}
                write:
                  resource: clients
                  key: id
                  create: {find: number}
                  update: [name]
                """);
        file("mappings/finance/receivable.mapping.yaml", """
                system: finance
                entity: receivable
                read: {resource: receivable, key: "no", changed: changed, overlap: 0s, batch: 20}
                fields:
                  number: "no"
                  customer: {from: client, by: number}
                  due: due
                  gross: {from: gross, currency: CNY}
                  open: {from: open, currency: CNY}
                """);
    }

    private void database(String name, Login login, String more) {
        file("config/" + name + ".secret", login.password());
        file("config/systems/" + name + ".system.yaml", """
                system: %1$s
                title: {zh: %1$s, en: %1$s}
                kind: jdbc
                zone: Asia/Shanghai
                url: "%2$s"
                user: %3$s
                secret: file:%1$s.secret
                %4$s""".formatted(name, login.jdbcUrl(), login.user(), more));
    }

    private static String switchedOn(String entity) {
        return "writing:\n  " + entity + ": {enabled: true, by: 王芳, since: \"2026-11-20\", plan: p1}\n";
    }

    private void file(String path, String text) {
        try {
            Path file = world.home.resolve(path);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    private void copy(String shipped) {
        try (Stream<Path> files = Files.walk(Installation.SHIPPED.resolve(shipped))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path to =
                        world.home.resolve(Installation.SHIPPED.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
