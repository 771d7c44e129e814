package io.hefu.demo.company.crm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every request that the CRM was sent, numbered, so that someone outside can judge what the hub did. */
final class RequestLog {
    private final List<Request> requests = new ArrayList<>();

    /** One request and how it was answered; bodies are kept only of writes. */
    record Request(long number, String time, String method, String path, String body, int status) {
        Map<String, Object> row() {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("number", number);
            row.put("time", time);
            row.put("method", method);
            row.put("path", path);
            row.put("body", body);
            row.put("status", status);
            return row;
        }
    }

    synchronized void add(String time, String method, String path, String body, int status) {
        requests.add(new Request(requests.size() + 1L, time, method, path, body, status));
    }

    synchronized List<Request> after(long number) {
        return requests.stream().filter(request -> request.number() > number).toList();
    }
}
