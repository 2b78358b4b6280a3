package org.tandemvoice.http.control;

import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.nio.AsyncClientConnectionManager;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;

/**
 * How connections to web servers of customers are made and kept. No server waits for the
 * connections of another: each has a pool of its own, larger than what is asked of it at a time.
 */
final class WebConnections {

  private static final int THREADS = 2;
  private static final int MOST_TO_ONE_SERVER = 2_000;
  private static final TimeValue CONNECT = TimeValue.of(5, TimeUnit.SECONDS);
  private static final TimeValue IDLE = TimeValue.of(30, TimeUnit.SECONDS);

  private WebConnections() {}

  /** A client that does nothing of its own accord: no repetition, no redirect, no cookies. */
  static CloseableHttpAsyncClient client(SSLContext trust) {
    return HttpAsyncClients.custom()
        .setConnectionManager(connections(trust))
        .setIOReactorConfig(
            IOReactorConfig.custom().setIoThreadCount(THREADS).setTcpNoDelay(true).build())
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setRedirectsEnabled(false)
                .setAuthenticationEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setDefaultKeepAlive(IDLE.getDuration(), IDLE.getTimeUnit())
                .build())
        .evictExpiredConnections()
        .evictIdleConnections(IDLE)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .disableContentCompression()
        .build();
  }

  private static AsyncClientConnectionManager connections(SSLContext trust) {
    return PoolingAsyncClientConnectionManagerBuilder.create()
        // The name in the URL is what the certificate must be for (RFC 9110 section 4.3.4).
        .setTlsStrategy(ClientTlsStrategyBuilder.create().setSslContext(trust).buildAsync())
        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
        .setMaxConnPerRoute(MOST_TO_ONE_SERVER)
        .setDefaultConnectionConfig(
            ConnectionConfig.custom()
                .setConnectTimeout(CONNECT.getDuration(), CONNECT.getTimeUnit())
                .build())
        .setDefaultTlsConfig(
            TlsConfig.custom().setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1).build())
        .build();
  }
}
