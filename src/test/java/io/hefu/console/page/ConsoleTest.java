package io.hefu.console.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hefu.cli.Hub;
import io.hefu.cli.LiveHub;
import io.hefu.cli.SmallCompany;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The status page over a real hub that read two real systems. */
class ConsoleTest {
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static Hub hub;
    private static LiveHub live;
    private static Console console;

    @BeforeAll
    static void start() throws IOException {
        SmallCompany company = SmallCompany.in(folder);
        hub = Hub.open(company.folder(), Clock.systemUTC());
        live = LiveHub.quiet(hub);
        live.engine().intake().read("crm", "customer");
        live.engine().intake().read("crm", "opportunity");
        company.crm("update leads set quotation_status = '已报价' where id = 1");
        live.engine().intake().read("crm", "opportunity");
        console = live.show(0);
    }

    @AfterAll
    static void stop() {
        console.close();
        live.close();
        hub.close();
    }

    @Test
    void itListensOnTheLoopbackAddressAlone() throws IOException {
        assertThat(InetAddress.getByName(URI.create(console.url()).getHost()).isLoopbackAddress())
                .isTrue();
        List<InetAddress> outside = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> address instanceof Inet4Address && !address.isLoopbackAddress())
                .toList();
        for (InetAddress address : outside) {
            assertThatThrownBy(() -> {
                        try (Socket socket = new Socket()) {
                            socket.connect(new InetSocketAddress(address, console.port()), 2000);
                        }
                    })
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void aRequestThatNamesAnotherHostGetsNothing() throws IOException {
        assertThat(raw("evil.example")).startsWith("HTTP/1.1 403").doesNotContain("SJ-2026");
        assertThat(raw("localhost:" + console.port())).startsWith("HTTP/1.1 200");
    }

    @Test
    void theStatusPageTellsTheEquationAndWhatWaits() {
        String page = get("/", "zh-CN,zh;q=0.9").body();
        assertThat(page)
                .contains("旧CRM · 商机", "财务系统 · 客户")
                .contains("规则扣留 1", "隔离 1", "等待引用 1")
                .contains("SJ-2026-0001 · stage", "http-equiv=\"refresh\"")
                .contains("写入开关", "way.camel.yaml");
        assertThat(get("/", "en").body()).contains("What waits or is held", "Legacy CRM · Opportunity");
        assertThat(get("/", "fr").body()).contains("What waits or is held");
    }

    @Test
    void theChosenLanguageIsRemembered() {
        HttpResponse<String> chosen = get("/?lang=zh", "en");
        assertThat(chosen.body()).contains("累计读取");
        assertThat(chosen.headers().firstValue("Set-Cookie").orElse(""))
                .startsWith("lang=zh")
                .contains("HttpOnly");
    }

    @Test
    void everyNumberOpensItsRows() {
        String page = get("/", "en").body();
        Matcher links = Pattern.compile("href=\"(/[^\"]*)\"").matcher(page);
        while (links.find()) {
            String link = links.group(1).replace("&amp;", "&");
            assertThat(get(link, "en").statusCode()).as(link).isEqualTo(200);
        }
        assertThat(get("/held?kind=quarantined&system=crm&entity=opportunity", "en")
                        .body())
                .contains("hefu retry 1")
                .doesNotContain("hefu release");
        assertThat(get("/flows/crm/opportunity", "zh").body()).contains("批次", "读取 =");
    }

    @Test
    void aRecordIsFoundByItsNumberAndExplained() {
        HttpResponse<String> found = get("/records?q=SJ-2026-0001", "zh");
        assertThat(found.statusCode()).isEqualTo(302);
        String record = get(
                        URI.create(found.headers().firstValue("Location").orElseThrow())
                                .getPath(),
                        "zh")
                .body();
        assertThat(record).contains("需求确认（need-confirmed）", "扣留中：方案报价（offer）", "120,000 CNY", "offer-needs-pdf");
        assertThat(get("/records?q=XX", "zh").body()).contains("没有编号为“XX”的记录");
    }

    @Test
    void whatARecordHoldsIsNeverMarkup() {
        String uid =
                get("/records?q=C00002", "en").headers().firstValue("Location").orElseThrow();
        String record = get(URI.create(uid).getPath(), "en").body();
        assertThat(record).contains("&lt;script&gt;alert(1)&lt;/script&gt;有限公司").doesNotContain("<script");
        assertThat(get("/records?q=%3Cscript%3E", "en").body()).doesNotContain("<script");
    }

    @Test
    void noPageLoadsOrRunsAnything() {
        HttpResponse<String> page = get("/", "en");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
                .startsWith("default-src 'none'");
        assertThat(page.body()).doesNotContain("<script", "src=", "<link", "//cdn");
    }

    @Test
    void whatIsNotThereIsSaidPlainly() {
        assertThat(get("/nonsense", "zh").statusCode()).isEqualTo(404);
        assertThat(get("/records/no-uid", "zh").body()).contains("没有这个页面").doesNotContain("Exception");
        assertThat(get("/flows/x/y", "en").statusCode()).isEqualTo(404);
    }

    @Test
    void machinesAskForItsHealth() {
        assertThat(get("/health", "en").body())
                .contains("\"status\":\"up\"", "\"flow\":\"crm/opportunity\"", "\"quarantined\":1");
    }

    @Test
    void aTakenPortIsSaidSo() {
        assertThatThrownBy(() -> live.show(console.port())).isInstanceOf(BindException.class);
    }

    private static HttpResponse<String> get(String path, String languages) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(console.url()).resolve(path))
                .header("Accept-Language", languages)
                .header("Accept", "text/html,application/json;q=0.9")
                .build();
        try {
            return BROWSER.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException fault) {
            throw new java.io.UncheckedIOException(fault);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static String raw(String host) throws IOException {
        try (Socket socket = new Socket(Console.ADDRESS, console.port())) {
            socket.getOutputStream()
                    .write(("GET / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
