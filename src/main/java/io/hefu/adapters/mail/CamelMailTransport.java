package io.hefu.adapters.mail;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;

/** Sends through a Camel route, whose mail component reads these headers and no others. */
public final class CamelMailTransport implements MailTransport {
    private final ProducerTemplate template;

    public CamelMailTransport(ProducerTemplate template) {
        this.template = template;
    }

    @Override
    public void send(String route, OutgoingMail mail) throws Exception {
        Map<String, Object> headers = new LinkedHashMap<>();
        headers.put("To", mail.to());
        headers.put("From", mail.from());
        headers.put("Subject", mail.subject());
        headers.put("Message-ID", mail.messageId());
        headers.put("contentType", "text/plain; charset=UTF-8");
        try {
            template.sendBodyAndHeaders(route, mail.body(), headers);
        } catch (CamelExecutionException wrapped) {
            if (wrapped.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw wrapped;
        }
    }
}
