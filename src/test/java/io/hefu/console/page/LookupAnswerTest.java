package io.hefu.console.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hefu.Installation;
import io.hefu.cli.Hub;
import io.hefu.cli.LiveHub;
import io.hefu.cli.SmallCompany;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program asks, before it makes a customer anew, whether the customer is there already. */
class LookupAnswerTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private SmallCompany company;
    private Hub hub;
    private LiveHub live;
    private Console console;

    @BeforeEach
    void start() throws IOException {
        company = SmallCompany.in(folder);
        Path matching = Files.createDirectories(folder.resolve("config/matching"));
        Files.copy(
                Installation.SHIPPED.resolve("config/matching/customer.matching.yaml"),
                matching.resolve("customer.matching.yaml"));
        company.crm("insert into accounts values (4, 'C00004', '苏州明达机电有限公司'), (5, 'C00005', '宁波三丰精密机械有限公司')");
        hub = Hub.open(folder, Clock.systemUTC());
        live = LiveHub.quiet(hub);
        live.engine().intake().read("crm", "customer");
        console = live.show(0);
    }

    @AfterEach
    void stop() {
        console.close();
        live.close();
        hub.close();
    }

    private HttpResponse<String> ask(String query) throws Exception {
        URI uri = URI.create(console.url() + "api/v1/customers/lookup" + query);
        return CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode candidates(String typed) throws Exception {
        HttpResponse<String> answer = ask("?q=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body()).get("candidates");
    }

    @Test
    void theCustomerIsFoundWithTheFieldsOfTheAllowListAlone() throws Exception {
        JsonNode first = candidates("明达机电").get(0);

        assertThat(first.get("number").asText()).isEqualTo("C00004");
        assertThat(first.get("systems").get(0).asText()).isEqualTo("crm");
        assertThat(first.fieldNames())
                .toIterable()
                .isSubsetOf("uid", "band", "probability", "number", "name", "city", "salesperson", "systems", "why");
    }

    @Test
    void theEvidenceTellsNoValueOfAFieldThatIsNotOnTheList() throws Exception {
        String why = candidates("明达机电").get(0).get("why").asText();

        assertThat(why).contains("名称（字号）：相同").doesNotContain("[", "苏州");
    }

    @Test
    void aCustomerThatWasReadSinceIsFoundToo() throws Exception {
        candidates("明达机电");
        company.crm("insert into accounts values (9, 'C00009', '无锡新宇轴承有限公司')");
        live.engine().intake().read("crm", "customer");

        assertThat(candidates("新宇轴承").get(0).get("number").asText()).isEqualTo("C00009");
    }

    @Test
    void whatCannotBeAskedIsRefusedWithWhatCan() throws Exception {
        HttpResponse<String> answer = ask("?salesperson=x");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("q, name, taxNumber, phone, mail, address, city");
    }
}
