package io.hefu.adapters.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.hefu.adapters.settings.Settings;
import io.hefu.definition.Text;
import io.hefu.definition.YamlMap;
import io.hefu.systems.SystemFault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a system: shows who asks, waits and asks again where that is harmless, and tells an answer from a refusal. */
final class Caller {
    private static final Pattern CHARSET = Pattern.compile("charset=\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

    private final Settings settings;
    private final HttpTransport transport;
    private final HttpFaults faults;
    private final HttpOptions options;
    private final Login login;
    private final String route;
    private final Optional<YamlMap> failed;

    Caller(Settings settings, HttpTransport transport, HttpFaults faults, HttpOptions options) {
        this.settings = settings;
        this.transport = transport;
        this.faults = faults;
        this.options = options;
        login = new Login(settings);
        route = settings.required("transport");
        failed = settings.root().map("failed");
    }

    /**
     * What came of a request.
     *
     * @param json what stood in the body; Java null for none
     */
    record Answer(int status, Object json, HttpTransport.Request request) {
        boolean ok() {
            return status >= 200 && status < 300;
        }
    }

    /** The system said no, in words of its own. */
    record Refusal(String said, boolean transientFault, boolean session) {}

    /**
     * @param writing whether a lost answer leaves the outcome unknown
     * @return any answer but those that say “later” or “who are you”
     * @throws SystemFault UNKNOWN when a request that may not be repeated was sent and not answered
     */
    Answer ask(String resource, RequestTemplate template, Placeholders values, boolean writing) {
        boolean repeatable = !writing || template.repeatable();
        boolean renewed = false;
        for (int attempt = 1; ; attempt++) {
            int seen = ready();
            HttpTransport.Request request = request(resource, template, values, writing);
            Outcome outcome = send(resource, request, repeatable);
            if (outcome.answer() != null) {
                Answer answer = read(resource, request, outcome.answer(), writing);
                Optional<Refusal> refusal = refusal(answer);
                if (!renewed && login.isSession() && forgotten(answer, refusal)) {
                    login.renew(seen, this::loginAnswer);
                    renewed = true;
                    continue;
                }
                if (refusal.isEmpty() || !refusal.get().transientFault()) {
                    return told(answer);
                }
                outcome = Outcome.later(Text.same(refusal.get().said()), Optional.empty(), true);
            }
            pauseOrThrow(outcome, request, attempt);
        }
    }

    private int ready() {
        int seen = login.generation();
        if (login.isSession() && seen == 0) {
            login.renew(0, this::loginAnswer);
        }
        return login.generation();
    }

    private boolean forgotten(Answer answer, Optional<Refusal> refusal) {
        return login.renewOn().contains(answer.status())
                || refusal.map(Refusal::session).orElse(false);
    }

    private Answer told(Answer answer) {
        if (answer.status() == 401) {
            throw faults.login(401);
        }
        if (answer.status() == 403) {
            throw faults.forbidden(answer.request(), 403);
        }
        return answer;
    }

    private HttpTransport.Request request(
            String resource, RequestTemplate template, Placeholders values, boolean writing) {
        try {
            Placeholders known = login.placeholders(values.with(options.constants()));
            return login.signed(template.fill(known, writing && values.values().containsKey("cells")));
        } catch (Placeholders.UnknownPlaceholder unknown) {
            throw faults.template(resource, unknown.getMessage());
        }
    }

    /**
     * What became of one sending.
     *
     * @param answer Java null when there is none to look at
     * @param again whether it may be sent again
     * @param none why no answer came, if none did
     */
    private record Outcome(
            HttpTransport.Answer answer,
            Text why,
            Optional<Duration> asked,
            boolean again,
            Optional<HttpTransport.NoAnswer> none) {
        static Outcome later(Text why, Optional<Duration> asked, boolean again) {
            return new Outcome(null, why, asked, again, Optional.empty());
        }
    }

    private Outcome send(String resource, HttpTransport.Request request, boolean repeatable) {
        try {
            HttpTransport.Answer answer = transport.send(route, request);
            boolean later = answer.status() == 429 || answer.status() >= 500;
            if (!later) {
                return new Outcome(answer, Text.NONE, Optional.empty(), false, Optional.empty());
            }
            // 429 is said before anything was done; after a 5xx a create may have happened
            boolean again = repeatable || answer.status() == 429;
            return Outcome.later(Text.same("HTTP " + answer.status()), asked(answer), again);
        } catch (HttpTransport.NoAnswer none) {
            if (none.surelyNotSent() && !repeatable) {
                throw faults.unreachable(request, none);
            }
            return new Outcome(null, none.why(), Optional.empty(), repeatable, Optional.of(none));
        } catch (HttpTransport.TooLarge large) {
            throw faults.notUnderstood(resource, request, large.why());
        }
    }

    private void pauseOrThrow(Outcome outcome, HttpTransport.Request request, int attempt) {
        if (!outcome.again()) {
            throw faults.unknown(request, outcome.why());
        }
        Duration backOff = options.firstPause().multipliedBy(1L << Math.min(attempt - 1, 16));
        Duration wait = outcome.asked().orElse(shorter(backOff, options.longestPause()));
        if (attempt >= options.attempts() || wait.compareTo(options.longestPause()) > 0) {
            throw outcome.none()
                    .map(none -> faults.unreachable(request, none))
                    .orElseGet(() -> faults.busy(request, later(outcome)));
        }
        pause(outcome.asked().isPresent() ? wait : jittered(wait));
    }

    private static Text later(Outcome outcome) {
        return outcome.asked()
                .map(wait -> Text.of(
                        "%s，要求 %s 秒后再来", "%s, asked to come back in %s seconds", outcome.why(), wait.toSeconds()))
                .orElse(outcome.why());
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration jittered(Duration wait) {
        return Duration.ofMillis(
                (long) (wait.toMillis() * ThreadLocalRandom.current().nextDouble(0.5, 1.0)));
    }

    private static void pause(Duration wait) {
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to ask again", stopped);
        }
    }

    /** Seconds, or the date of HTTP. */
    private Optional<Duration> asked(HttpTransport.Answer answer) {
        String after = answer.headers().get("retry-after");
        if (after == null) {
            return Optional.empty();
        }
        if (after.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(after)));
        }
        try {
            Duration until = Duration.between(
                    settings.surroundings().clock().instant(),
                    ZonedDateTime.parse(after, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeParseException unlike) {
            return Optional.empty();
        }
    }

    private Answer read(String resource, HttpTransport.Request request, HttpTransport.Answer answer, boolean writing) {
        if (answer.body().length == 0) {
            return new Answer(answer.status(), null, request);
        }
        try {
            return new Answer(answer.status(), Json.read(text(answer)), request);
        } catch (IOException broken) {
            if (answer.status() >= 300 || writing) {
                // an error page, or a write that was answered in no JSON: the status says it all
                return new Answer(answer.status(), null, request);
            }
            throw faults.notUnderstood(resource, request, broken(answer, broken));
        }
    }

    private static Text broken(HttpTransport.Answer answer, IOException broken) {
        if (broken instanceof CharacterCodingException) {
            String charset = CHARSET.matcher(contentType(answer))
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse("UTF-8");
            return Text.of("它不是 %s 编码", "it is not in %s", charset);
        } else if (looksLikeAPage(answer)) {
            return Text.of("是网页，不是 JSON", "it is a web page and no JSON");
        } else if (broken instanceof JsonProcessingException json && json.getLocation() != null) {
            return Text.of(
                    "不是完好的 JSON（第 %s 行第 %s 列）",
                    "it is no sound JSON (line %s, column %s)",
                    json.getLocation().getLineNr(),
                    json.getLocation().getColumnNr());
        }
        return Text.of("不是完好的 JSON", "it is no sound JSON");
    }

    private static boolean looksLikeAPage(HttpTransport.Answer answer) {
        int first = 0;
        while (first < answer.body().length && answer.body()[first] <= ' ') {
            first++;
        }
        return first < answer.body().length && answer.body()[first] == '<';
    }

    private static String contentType(HttpTransport.Answer answer) {
        return answer.headers().getOrDefault("content-type", "");
    }

    private static String text(HttpTransport.Answer answer) throws IOException {
        Matcher said = CHARSET.matcher(contentType(answer));
        Charset charset = said.find() ? charset(said.group(1)) : StandardCharsets.UTF_8;
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(answer.body()))
                .toString();
    }

    private static Charset charset(String name) throws IOException {
        String known = name.toLowerCase(Locale.ROOT);
        try {
            return known.equals("gbk") || known.equals("gb2312") ? Charset.forName("GB18030") : Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new IOException("unknown charset " + name, unknown);
        }
    }

    /** What the declared place of errors says, whatever the status is. */
    Optional<Refusal> refusal(Answer answer) {
        if (failed.isEmpty()) {
            return Optional.empty();
        }
        Optional<Object> error =
                JsonPath.of(failed.get().text("at").orElse("$.error")).in(answer.json());
        return error.map(found -> {
            String kind =
                    found instanceof List<?> list && !list.isEmpty() ? String.valueOf(list.get(0)) : message(found);
            return new Refusal(
                    said(answer, found),
                    failed.get().texts("transient").contains(kind),
                    failed.get().texts("session").contains(kind));
        });
    }

    private String said(Answer answer, Object error) {
        String written = failed.flatMap(map -> map.text("message"))
                .flatMap(path -> JsonPath.of(path).in(answer.json()))
                .map(String::valueOf)
                .orElseGet(() -> message(error));
        return written.length() > 300 ? written.substring(0, 300) + "…" : written;
    }

    private static String message(Object error) {
        if (error instanceof Map<?, ?> map) {
            Object code = map.get("code");
            Object message = map.get("message");
            return code == null ? String.valueOf(message == null ? map : message) : code + ": " + message;
        }
        return String.valueOf(error);
    }

    SystemFault refused(String resource, Answer answer) {
        return answer.status() >= 300 && answer.status() < 400
                ? faults.elsewhere(resource, answer.request(), answer.status())
                : faults.refused(resource, answer.request(), why(answer));
    }

    /** Why an answer is no, in the system's words as far as it gave any. */
    String why(Answer answer) {
        String said = refusal(answer)
                .map(Refusal::said)
                .or(() -> JsonPath.of("$.error").in(answer.json()).map(Caller::message))
                .or(() -> JsonPath.of("$.message").in(answer.json()).map(String::valueOf))
                .orElse("");
        return "HTTP " + answer.status() + (said.isEmpty() ? "" : " " + said);
    }

    private Object loginAnswer(RequestTemplate template, Placeholders values) {
        HttpTransport.Request request = template.fill(values.with(options.constants()), false);
        try {
            HttpTransport.Answer answer = transport.send(route, request);
            if (answer.status() == 429 || answer.status() >= 500) {
                throw faults.busy(request, Text.same("HTTP " + answer.status()));
            }
            Answer read = read("session", request, answer, false);
            if (!read.ok() || refusal(read).isPresent()) {
                throw faults.login(answer.status());
            }
            return read.json();
        } catch (HttpTransport.NoAnswer none) {
            throw faults.unreachable(request, none);
        }
    }
}
