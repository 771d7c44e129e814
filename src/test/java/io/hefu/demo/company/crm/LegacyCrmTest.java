package io.hefu.demo.company.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hefu.demo.company.books.Books;
import io.hefu.demo.company.books.Cast;
import io.hefu.demo.company.books.Company;
import io.hefu.demo.company.books.Stage;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The CRM as the hub meets it, over real HTTP. */
class LegacyCrmTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Books BOOKS = Books.of(LocalDate.of(2026, 11, 24), 7);

    private final HttpClient client = HttpClient.newHttpClient();
    private LegacyCrm crm;

    @BeforeEach
    void start() {
        crm = LegacyCrm.start(BOOKS, Clock.system(Company.ZONE));
    }

    @AfterEach
    void stop() {
        crm.close();
    }

    @Test
    void refusesWhoIsNotLoggedIn() throws Exception {
        HttpRequest anonymous =
                HttpRequest.newBuilder(URI.create(crm.baseUrl() + "/api/leads")).build();
        assertThat(client.send(anonymous, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
        assertThat(send("POST", "/api/login", "{\"user\":\"hub\",\"password\":\"wrong\"}")
                        .statusCode())
                .isEqualTo(401);
        JsonNode token = JSON.readTree(
                send("POST", "/api/login", "{\"user\":\"hub\",\"password\":\"" + LegacyCrm.PASSWORD + "\"}")
                        .body());
        HttpRequest bearer = HttpRequest.newBuilder(URI.create(crm.baseUrl() + "/api/leads?size=1"))
                .header("Authorization", "Bearer " + token.get("token").asText())
                .build();
        assertThat(client.send(bearer, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
    }

    @Test
    void pagesThroughEveryLeadOnce() throws Exception {
        List<JsonNode> leads = all("leads");
        Set<String> numbers = new LinkedHashSet<>();
        leads.forEach(lead -> numbers.add(lead.get("lead_no").asText()));
        assertThat(leads).hasSize(500);
        assertThat(numbers).hasSize(500);
        assertThat(leads.get(0).get("amount").decimalValue().scale()).isEqualTo(2);
        assertThat(leads.get(0).get("created_on").asText()).matches("\\d\\d/\\d\\d/20\\d\\d");
    }

    @Test
    void appliesAPatchAndListsItSince() throws Exception {
        String before = crm.now();
        HttpResponse<String> patched =
                send("PATCH", "/api/leads/L1001", "{\"next_action\":\"寄样品\",\"amount\":1234.50}");
        assertThat(patched.statusCode()).isEqualTo(200);
        JsonNode changed = page("/api/leads?since=" + URLEncoder.encode(before, StandardCharsets.UTF_8));
        assertThat(changed.get("total").asInt()).isEqualTo(1);
        assertThat(changed.get("data").get(0).get("amount").decimalValue()).isEqualByComparingTo("1234.50");
        assertThat(changed.get("data").get(0).get("next_action").asText()).isEqualTo("寄样品");
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        assertThat(send("PATCH", "/api/leads/L1001", "{\"quote_stage\":\"quoted\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(send("PATCH", "/api/leads/L1001", "{\"amount\":\"many\"}").statusCode())
                .isEqualTo(422);
        assertThat(send("PATCH", "/api/leads/L9", "{}").statusCode()).isEqualTo(404);
        assertThat(send("GET", "/api/leads?colour=red", "").statusCode()).isEqualTo(400);
        assertThat(send("DELETE", "/api/leads/L1001", "").statusCode()).isEqualTo(405);
        String taken = BOOKS.leads().get(0).number();
        HttpResponse<String> twice = send("POST", "/api/leads", "{\"lead_no\":\"" + taken + "\"}");
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(twice.body()).at("/error/code").asText()).isEqualTo("duplicate");
    }

    @Test
    void createsAndFindsByNumber() throws Exception {
        assertThat(send("POST", "/api/leads", "{\"lead_no\":\"SJ-2030-0001\",\"account_id\":\"A1002\"}")
                        .statusCode())
                .isEqualTo(201);
        JsonNode found = page("/api/leads?lead_no=SJ-2030-0001");
        assertThat(found.at("/data/0/account_id").asText()).isEqualTo("A1002");
        assertThat(found.at("/data/0/attachments").isArray()).isTrue();
    }

    @Test
    void hangsADocumentOnItsLead() throws Exception {
        String document = "{\"lead_id\":\"L1001\",\"file_name\":\"报价单.pdf\",\"kind\":\"报价单\","
                + "\"media_type\":\"application/pdf\",\"sha256\":\"00\",\"size\":7,\"uploaded_on\":\"24/11/2026\"}";
        assertThat(send("POST", "/api/attachments", document).statusCode()).isEqualTo(201);
        JsonNode lead = page("/api/leads/L1001");
        JsonNode last = lead.get("attachments").get(lead.get("attachments").size() - 1);
        assertThat(last.get("file_name").asText()).isEqualTo("报价单.pdf");
        assertThat(last.has("lead_id")).isFalse();
    }

    @Test
    void renamesTheStageWithItsValuesOnEveryLead() throws Exception {
        String number = BOOKS.leads().get(0).number();
        crm.moveLead(number, Stage.OFFER);
        crm.renameStageField();
        JsonNode lead = page("/api/leads?lead_no=" + number).at("/data/0");
        assertThat(lead.has("quotation_status")).isFalse();
        assertThat(lead.get("quote_stage").asText()).isEqualTo("quoted");
        crm.moveLead(number, Stage.LOST);
        assertThat(page("/api/leads?lead_no=" + number)
                        .at("/data/0/quote_stage")
                        .asText())
                .isEqualTo("lost");
        assertThat(send("PATCH", "/api/leads/L1001", "{\"quotation_status\":\"已报价\"}")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void showsTheLateAccountAfterTheOffersWereRead() throws Exception {
        String late = BOOKS.customers().get(Cast.LATE).account();
        assertThat(all("accounts"))
                .noneMatch(account -> account.get("id").asText().equals(late));
        assertThat(all("offers"))
                .anyMatch(offer -> offer.get("account_id").asText().equals(late));
        assertThat(all("accounts"))
                .anyMatch(account -> account.get("id").asText().equals(late));
    }

    @Test
    void isTiredNowAndThenAndKeepsALog() throws Exception {
        int tired = 0;
        for (int i = 0; i < 82; i++) {
            HttpResponse<String> answer = once("GET", "/api/leads?size=1", "");
            tired += answer.statusCode() == 429 ? 1 : 0;
        }
        assertThat(tired).isEqualTo(2);
        assertThat(page("/admin/requests?after=80").get("data")).hasSize(2);
    }

    private List<JsonNode> all(String resource) throws IOException, InterruptedException {
        List<JsonNode> rows = new ArrayList<>();
        boolean more = true;
        for (int page = 1; more; page++) {
            JsonNode answer = page("/api/" + resource + "?page=" + page + "&size=90");
            answer.get("data").forEach(rows::add);
            more = answer.get("hasMore").asBoolean();
        }
        return rows;
    }

    private JsonNode page(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = send("GET", path, "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = once(method, path, body);
        return answer.statusCode() == 429 ? once(method, path, body) : answer;
    }

    private HttpResponse<String> once(String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(crm.baseUrl() + path))
                .header("X-API-Key", LegacyCrm.API_KEY)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        assertThat(answer.headers().map().getOrDefault("content-type", List.of()))
                .isEqualTo(List.of("application/json; charset=utf-8"));
        return answer;
    }
}
