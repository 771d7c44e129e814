package io.hefu.adapters.http;

import io.hefu.adapters.settings.Settings;
import io.hefu.definition.YamlMap;
import io.hefu.systems.OutgoingRow;
import io.hefu.systems.ReadRequest;
import io.hefu.systems.Reading;
import io.hefu.systems.Row;
import io.hefu.systems.Shape;
import io.hefu.systems.SystemConnection;
import io.hefu.systems.SystemFault;
import io.hefu.systems.WriteOperation;
import io.hefu.systems.WriteResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A system behind HTTP and JSON; everything that is special about it stands in its file. */
public final class HttpConnection implements SystemConnection {
    private final Settings settings;
    private final HttpFaults faults;
    private final HttpOptions options;
    private final Caller caller;
    private final RowMaker rows;
    private final Mark.Format format;

    /** @throws SystemFault when the settings cannot be used; sends nothing yet */
    public HttpConnection(Settings settings, HttpTransport transport) {
        this.settings = settings;
        faults = new HttpFaults(settings);
        options = HttpOptions.of(settings);
        caller = new Caller(settings, transport, faults, options);
        rows = new RowMaker(new ValueReader(settings.system()));
        format = Mark.Format.of(settings.system());
    }

    @Override
    public String system() {
        return settings.system().id();
    }

    private Resource resource(String name) {
        YamlMap yaml = settings.system().resource(name).orElseThrow(() -> faults.noTemplate(name, "list"));
        return new Resource(name, yaml, options);
    }

    @Override
    public Shape describe(String resource) {
        Resource known = resource(resource);
        return RowMaker.shape(listing(known, listTemplate(known), List.of(), "", Optional.empty())
                .page());
    }

    private RequestTemplate listTemplate(Resource resource) {
        return resource.template("list").orElseThrow(() -> faults.noTemplate(resource.name(), "list"));
    }

    private Listing listing(
            Resource resource, RequestTemplate template, List<String> changed, String key, Optional<Mark> since) {
        return new Listing(
                caller,
                rows,
                faults,
                resource,
                template,
                format,
                settings.system().zone(),
                changed,
                key,
                since);
    }

    @Override
    public Reading read(ReadRequest request) {
        Resource resource = resource(request.resource());
        List<String> changed = Listing.columns(request.changed());
        if (request.mode() == ReadRequest.Mode.CHANGES) {
            Instant now = settings.surroundings().clock().instant();
            Optional<Mark> since = ChangesReading.mark(request.from())
                    .map(mark -> mark.noLaterThan(now).back(request.overlap()));
            Listing listing = listing(resource, listTemplate(resource), changed, request.key(), since);
            return new ChangesReading(listing, request.from(), request.batchSize(), now);
        }
        RequestTemplate template = resource.template("sweep").orElseGet(() -> listTemplate(resource));
        return new SweepReading(
                () -> listing(resource, template, changed, request.key(), Optional.empty()),
                () -> count(resource),
                faults,
                resource,
                request.key(),
                request.batchSize());
    }

    private Optional<Long> count(Resource resource) {
        return resource.template("count").flatMap(template -> {
            Placeholders values = Placeholders.NONE.with("since", format.since(Optional.empty()));
            Caller.Answer answer = caller.ask(resource.name(), template, values, false);
            return template.path("total")
                    .orElse(JsonPath.of("$"))
                    .in(answer.json())
                    .filter(Long.class::isInstance)
                    .map(Long.class::cast);
        });
    }

    @Override
    public List<Row> rowsWith(String resource, String column, List<String> values) {
        Resource known = resource(resource);
        List<Map<String, Object>> found = new ArrayList<>();
        Optional<RequestTemplate> several = several(known, column);
        if (several.isPresent()) {
            for (int start = 0; start < values.size(); start += known.pageSize()) {
                List<String> some = values.subList(start, Math.min(values.size(), start + known.pageSize()));
                Placeholders keys = Placeholders.NONE.with(
                        "keys", some.stream().map(known::key).toList());
                found.addAll(all(known, several.get(), keys.with("values", some)));
            }
        } else {
            RequestTemplate single = single(known, column);
            for (String value : values) {
                found.addAll(all(known, single, value(known, column, value)));
            }
        }
        // a filter that the system did not understand must not pass for an answer
        found.removeIf(item -> !values.contains(Placeholders.text(item.get(column))));
        return RowMaker.rows(found);
    }

    private static Optional<RequestTemplate> several(Resource resource, String column) {
        return resource.by(column)
                .filter(template -> template.uses("keys") || template.uses("values"))
                .or(() -> isKey(resource, column) ? resource.template("read") : Optional.empty());
    }

    private RequestTemplate single(Resource resource, String column) {
        return resource.by(column)
                .or(() -> isKey(resource, column) ? resource.template("get") : Optional.empty())
                .or(() -> resource.template("find").filter(template -> finds(template, column)))
                .orElseThrow(() -> faults.noTemplate(resource.name(), "by." + column));
    }

    private static boolean isKey(Resource resource, String column) {
        return resource.key().equals(column);
    }

    private static boolean finds(RequestTemplate template, String column) {
        return template.uses("column")
                || template.yaml().text("column").filter(column::equals).isPresent();
    }

    private static Placeholders value(Resource resource, String column, String value) {
        return Placeholders.NONE
                .with("value", value)
                .with("key", resource.key(value))
                .with("column", column);
    }

    /** Every page of what a look-up finds; a 404 or 204 is nothing found. */
    private List<Map<String, Object>> all(Resource resource, RequestTemplate template, Placeholders values) {
        Pager pager = new Pager(resource, template, faults);
        List<Map<String, Object>> found = new ArrayList<>();
        while (!pager.done()) {
            Caller.Answer answer = caller.ask(
                    resource.name(),
                    template,
                    pager.place(values.with("since", format.since(Optional.empty()))),
                    false);
            if (answer.status() == 404 || answer.status() == 204) {
                return found;
            }
            if (!answer.ok() || caller.refusal(answer).isPresent()) {
                throw caller.refused(resource.name(), answer);
            }
            List<Map<String, Object>> records = rows.records(answer, template.items())
                    .orElseThrow(() -> faults.nothingAt(resource.name(), answer.request(), template.items()));
            found.addAll(RowMaker.exploded(records, resource));
            pager.after(answer, records);
        }
        return found;
    }

    @Override
    public boolean canFind(String resource) {
        return resource(resource).template("find").isPresent();
    }

    @Override
    public List<Row> find(String resource, Map<String, Object> equal) {
        Resource known = resource(resource);
        RequestTemplate template = known.template("find").orElseThrow(() -> faults.noTemplate(resource, "find"));
        Map<String, Object> values = new HashMap<>();
        equal.forEach((column, value) -> {
            values.put("value", value);
            values.put("column", column);
        });
        List<Map<String, Object>> found =
                all(known, template, Placeholders.NONE.with(values).with("cells", equal));
        found.removeIf(item -> !holds(item, equal));
        return RowMaker.rows(found);
    }

    private static boolean holds(Map<String, Object> item, Map<String, Object> equal) {
        return equal.entrySet().stream()
                .allMatch(entry ->
                        Placeholders.text(item.get(entry.getKey())).equals(Placeholders.text(entry.getValue())));
    }

    @Override
    public List<WriteResult> write(String resource, String key, WriteOperation operation, List<OutgoingRow> rows) {
        return new Writing(caller, faults, resource(resource), key).write(operation, rows);
    }

    @Override
    public void close() {
        // the transport route owns the connections
    }
}
