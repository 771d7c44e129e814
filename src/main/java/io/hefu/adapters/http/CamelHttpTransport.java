package io.hefu.adapters.http;

import io.hefu.definition.Text;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.net.ssl.SSLException;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.component.direct.DirectConsumerNotAvailableException;
import org.apache.camel.http.base.HttpOperationFailedException;
import org.apache.hc.client5.http.ConnectTimeoutException;

/** Requests through a route of Camel, so that its credentials, time limits and header rules hold for all of them. */
public final class CamelHttpTransport implements HttpTransport {
    private static final Set<String> SEEN =
            Set.of("content-type", "retry-after", "location", "etag", "link", "date", "www-authenticate");

    private final ProducerTemplate template;
    private final int largestAnswer;

    /** @param largestAnswer bytes */
    public CamelHttpTransport(ProducerTemplate template, int largestAnswer) {
        this.template = template;
        this.largestAnswer = largestAnswer;
    }

    @Override
    public Answer send(String route, Request request) {
        Exchange exchange = template.request(route, out -> fill(out.getMessage(), request));
        Exception failed = exchange.getException();
        if (failed instanceof HttpOperationFailedException refused) {
            return ofFailure(refused);
        }
        if (failed != null) {
            throw noAnswer(failed);
        }
        return ofMessage(exchange.getMessage());
    }

    private static void fill(Message message, Request request) {
        request.headers().forEach(message::setHeader);
        message.setHeader(Exchange.HTTP_METHOD, request.method());
        message.setHeader(Exchange.HTTP_PATH, request.path());
        if (!request.query().isEmpty()) {
            message.setHeader(Exchange.HTTP_RAW_QUERY, request.query());
            message.setHeader(Exchange.HTTP_QUERY, request.query());
        }
        message.setBody(request.body().length == 0 ? null : request.body());
    }

    private Answer ofMessage(Message message) {
        int status = message.getHeader(Exchange.HTTP_RESPONSE_CODE, 0, Integer.class);
        if (status == 0) {
            throw new NoAnswer(Text.of("传输路由没有给出状态码", "the transport route gave no status"), false, null);
        }
        Map<String, String> headers = new TreeMap<>();
        message.getHeaders().forEach((name, value) -> keep(headers, name, value));
        return new Answer(status, headers, bytes(message));
    }

    private static void keep(Map<String, String> headers, String name, Object value) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (SEEN.contains(lower) && value != null) {
            headers.put(lower, value.toString());
        }
    }

    private byte[] bytes(Message message) {
        try (InputStream body = message.getBody(InputStream.class)) {
            byte[] bytes = body == null ? new byte[0] : body.readNBytes(largestAnswer + 1);
            if (bytes.length > largestAnswer) {
                throw new TooLarge(largestAnswer);
            }
            return bytes;
        } catch (IOException broken) {
            throw new NoAnswer(why(broken), false, broken);
        }
    }

    private static Answer ofFailure(HttpOperationFailedException refused) {
        Map<String, String> headers = new TreeMap<>();
        if (refused.getResponseHeaders() != null) {
            refused.getResponseHeaders().forEach((name, value) -> keep(headers, name, value));
        }
        String body = refused.getResponseBody() == null ? "" : refused.getResponseBody();
        return new Answer(refused.getStatusCode(), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static NoAnswer noAnswer(Throwable failed) {
        Throwable cause =
                failed instanceof CamelExecutionException && failed.getCause() != null ? failed.getCause() : failed;
        boolean notSent = cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof NoRouteToHostException
                || cause instanceof ConnectTimeoutException
                || cause instanceof DirectConsumerNotAvailableException;
        return new NoAnswer(why(cause), notSent, cause);
    }

    private static Text why(Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        if (cause instanceof UnknownHostException) {
            return Text.of("找不到主机 %s", "the host %s is not known", said.replaceFirst(":.*", ""));
        } else if (cause instanceof ConnectTimeoutException) {
            return Text.of("连接超时", "the connection was not accepted in time");
        } else if (cause instanceof ConnectException) {
            return Text.of("连接被拒绝（%s）", "the connection was refused (%s)", said);
        } else if (cause instanceof SocketTimeoutException) {
            return Text.of("等答复超时", "no answer came in time");
        } else if (cause instanceof SSLException) {
            return Text.of("TLS 没有谈成（%s）", "TLS could not be agreed on (%s)", said);
        } else if (cause instanceof DirectConsumerNotAvailableException) {
            return Text.of("传输路由没有在运行", "the transport route does not run");
        }
        return Text.of("连接中断（%s）", "the connection broke off (%s)", said);
    }
}
