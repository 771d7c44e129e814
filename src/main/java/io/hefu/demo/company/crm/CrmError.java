package io.hefu.demo.company.crm;

import java.util.Map;

/** A request that the CRM refuses; the answer is JSON with a code, a message and, where one is at fault, the field. */
final class CrmError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final String field;

    CrmError(int status, String code, String message, String field) {
        super(message);
        this.status = status;
        this.code = code;
        this.field = field;
    }

    CrmError(int status, String code, String message) {
        this(status, code, message, "");
    }

    int status() {
        return status;
    }

    Map<String, Object> answer() {
        return Map.of("error", Map.of("code", code, "message", getMessage(), "field", field));
    }
}
