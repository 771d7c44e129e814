package io.hefu.adapters.http;

import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

/**
 * What camel-http's client must not do by itself: follow a redirect to another host, repeat a request (a create would
 * happen twice), keep cookies, or answer a challenge with credentials. Set it on Camel's HTTP components.
 */
public final class HttpClientRules implements HttpClientConfigurer {
    @Override
    public void configureHttpClient(HttpClientBuilder builder) {
        builder.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching();
    }
}
