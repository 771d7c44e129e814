package io.hefu.adapters.http;

import io.hefu.definition.Text;
import io.hefu.systems.OutgoingRow;
import io.hefu.systems.SystemFault;
import io.hefu.systems.WriteOperation;
import io.hefu.systems.WriteResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** One request a row, each with its own answer. */
record Writing(Caller caller, HttpFaults faults, Resource resource, String key) {

    List<WriteResult> write(WriteOperation operation, List<OutgoingRow> rows) {
        String name = operation.name().toLowerCase(Locale.ROOT);
        RequestTemplate template = resource.template(name).orElseThrow(() -> faults.noTemplate(resource.name(), name));
        List<WriteResult> results = new ArrayList<>(rows.size());
        for (OutgoingRow row : rows) {
            results.add(one(operation, template, row, results.isEmpty()));
        }
        return results;
    }

    private WriteResult one(WriteOperation operation, RequestTemplate template, OutgoingRow row, boolean first) {
        try {
            Caller.Answer answer = caller.ask(resource.name(), template, values(row), true);
            return result(operation, template, row, answer);
        } catch (SystemFault fault) {
            if (fault.kind() == SystemFault.Kind.UNKNOWN) {
                return new WriteResult.Unknown(fault.what());
            }
            if (first) {
                throw fault;
            }
            return new WriteResult.Rejected(fault.what(), fault.retryable());
        } catch (IllegalArgumentException unfit) {
            return new WriteResult.Rejected(
                    Text.of("请求写不出来：%s", "the request cannot be written: %s", unfit.getMessage()), false);
        }
    }

    private Placeholders values(OutgoingRow row) {
        Placeholders values = Placeholders.NONE.with("cells", row.cells()).with("token", row.token());
        return row.key().isPresent()
                ? values.with("key", resource.key(row.key().get()))
                        .with("keys", List.of(resource.key(row.key().get())))
                : values;
    }

    private WriteResult result(
            WriteOperation operation, RequestTemplate template, OutgoingRow row, Caller.Answer answer) {
        boolean gone = answer.status() == 404 || answer.status() == 410;
        if (operation == WriteOperation.DELETE && gone) {
            return new WriteResult.Written(row.key().orElse(""));
        }
        if (!answer.ok() || caller.refusal(answer).isPresent()) {
            return new WriteResult.Rejected(
                    Text.of("%s 被拒绝：%s", "%s was refused: %s", answer.request(), caller.why(answer)),
                    answer.status() == 409 && operation == WriteOperation.UPDATE);
        }
        return row.key().<WriteResult>map(WriteResult.Written::new).orElseGet(() -> created(template, row, answer));
    }

    private WriteResult created(RequestTemplate template, OutgoingRow row, Caller.Answer answer) {
        Optional<Object> said = template.path("key")
                .orElse(JsonPath.of("$." + key))
                .in(answer.json())
                .or(() -> Optional.ofNullable(row.cells().get(key)));
        return said.<WriteResult>map(found -> new WriteResult.Written(Placeholders.text(found)))
                .orElseGet(() -> new WriteResult.Unknown(Text.of(
                        "已新建，但答复里没有主键（%s）",
                        "created, but the answer holds no key (%s)",
                        template.path("key").map(JsonPath::written).orElse("$." + key))));
    }
}
