package org.tandemvoice.media.engine.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * GETs a file over HTTP/1.1. It connects by itself, because the JDK's clients look a name up on
 * their own: here the address that the guard has seen is the address connected to, at each redirect
 * anew.
 */
final class HttpFetcher {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
  private static final int MAX_REDIRECTS = 3;

  private final AddressGuard guard;
  private final int maxBytes;

  HttpFetcher(AddressGuard guard, int maxBytes) {
    this.guard = guard;
    this.maxBytes = maxBytes;
  }

  byte[] fetch(URI uri) throws FetchException {
    Deadline deadline = Deadline.in(TIME_LIMIT);
    URI at = uri;
    for (int redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      HttpResponse response = get(at, deadline);
      if (response.status() == 200) {
        return response.body();
      }
      if (!response.isRedirect()) {
        throw new FetchException("The server of " + at + " answered " + response.status());
      }
      at = next(at, response.location());
    }
    throw new FetchException("The URL " + uri + " redirects more than " + MAX_REDIRECTS + " times");
  }

  private HttpResponse get(URI uri, Deadline deadline) throws FetchException {
    boolean isSecure = "https".equals(uri.getScheme().toLowerCase(Locale.ROOT));
    String host = uri.getHost();
    if (host == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
      throw new FetchException("The URL " + uri + " names no host");
    }
    int port = uri.getPort() > 0 ? uri.getPort() : isSecure ? 443 : 80;
    try (Socket plain = new Socket()) {
      plain.connect(new InetSocketAddress(resolve(host), port), deadline.remainingMillis());
      plain.setSoTimeout(deadline.remainingMillis());
      Socket socket = isSecure ? secure(plain, bare(host), port) : plain;
      new HttpRequest(uri, host, port, isSecure).write(socket.getOutputStream());
      return new HttpResponseReader(socket, deadline, maxBytes).read(uri);
    } catch (SSLException e) {
      throw new FetchException(
          "The certificate or the encryption of " + host + " is not acceptable", e);
    } catch (IOException e) {
      throw new FetchException(
          "The URL " + uri + " could not be fetched within " + TIME_LIMIT.toSeconds() + " s", e);
    }
  }

  private InetAddress resolve(String host) throws FetchException {
    try {
      InetAddress[] addresses = InetAddress.getAllByName(bare(host));
      for (InetAddress address : addresses) {
        if (!guard.allows(address)) {
          throw new FetchException(
              "The host " + host + " is not on the public network (ALLOW_PRIVATE_TARGETS is off)");
        }
      }
      return addresses[0];
    } catch (UnknownHostException e) {
      throw new FetchException("The host " + host + " is not known", e);
    }
  }

  private static Socket secure(Socket plain, String host, int port) throws IOException {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
    SSLParameters parameters = socket.getSSLParameters();
    // RFC 9110 section 4.3.4: the certificate must be for the host of the URL.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static String bare(String host) {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static URI next(URI from, Optional<String> location) throws FetchException {
    try {
      URI to = from.resolve(location.orElse(""));
      String scheme = to.getScheme().toLowerCase(Locale.ROOT);
      if (location.isPresent() && (scheme.equals("http") || scheme.equals("https"))) {
        return to;
      }
    } catch (IllegalArgumentException e) {
      throw new FetchException("The URL " + from + " redirects to no valid URL", e);
    }
    throw new FetchException("The URL " + from + " redirects to no http or https URL");
  }
}
