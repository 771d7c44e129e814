package io.hefu.routing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;

/**
 * Calls to {@code direct:} routes, whichever version of them runs now. It is there before the routes are, since the beans
 * that routes name call routes themselves.
 */
public final class RouteCalls {
    private volatile Optional<Generation> live = Optional.empty();

    /**
     * Camel's own template for adapters: each call goes to the routes that run at that moment.
     *
     * @return throws IllegalStateException from every method while no routes run
     */
    public ProducerTemplate template() {
        return (ProducerTemplate) Proxy.newProxyInstance(
                RouteCalls.class.getClassLoader(),
                new Class<?>[] {ProducerTemplate.class},
                (proxy, method, arguments) -> {
                    try {
                        return call(template -> invoked(template, method, arguments));
                    } catch (Failed failed) {
                        throw failed.getCause();
                    }
                });
    }

    /**
     * Sends a message and waits for the answer; a fault is in the exchange.
     *
     * @throws IllegalStateException when no routes run
     */
    Exchange request(String endpoint, Object body, Map<String, Object> headers) {
        return call(template -> template.request(endpoint, exchange -> {
            exchange.getMessage().setBody(body);
            exchange.getMessage().setHeaders(new HashMap<>(headers));
        }));
    }

    Optional<Generation> live() {
        return live;
    }

    void become(Optional<Generation> next) {
        live = next;
    }

    private <T> T call(Function<ProducerTemplate, T> work) {
        for (Optional<Generation> now = live; now.isPresent(); now = live) {
            Generation generation = now.get();
            if (generation.enter()) {
                try {
                    return work.apply(generation.template());
                } finally {
                    generation.leave();
                }
            }
        }
        throw new IllegalStateException("the routes do not run");
    }

    private static Object invoked(ProducerTemplate template, Method method, Object[] arguments) {
        try {
            return method.invoke(template, arguments);
        } catch (InvocationTargetException thrown) {
            throw new Failed(thrown.getCause());
        } catch (IllegalAccessException never) {
            throw new IllegalStateException("the methods of an interface are public", never);
        }
    }

    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(Throwable cause) {
            super(cause);
        }
    }
}
