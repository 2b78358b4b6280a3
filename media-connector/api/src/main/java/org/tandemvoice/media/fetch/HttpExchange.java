package org.tandemvoice.media.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Sends one request over HTTP/1.1 and reads the answer. It connects by itself, because the JDK's
 * clients look a name up on their own: here the address that the guard has seen is the address
 * connected to. It blocks and follows no redirect.
 */
public final class HttpExchange {

  private final AddressGuard guard;
  private final int maxBytes;

  /** With answers of at most so many bytes. */
  public HttpExchange(AddressGuard guard, int maxBytes) {
    this.guard = guard;
    this.maxBytes = maxBytes;
  }

  /**
   * @throws FetchException if there is no whole answer by then
   */
  public HttpResponse send(HttpRequest request, Deadline deadline) throws FetchException {
    String host = request.uri().getHost();
    if (host == null || request.uri().getPort() == 0 || request.uri().getPort() > 65_535) {
      throw new FetchException("The URL " + request.uri() + " names no host");
    }
    InetSocketAddress address = new InetSocketAddress(guard.lookUp(host), request.port());
    try (Socket plain = new Socket()) {
      plain.connect(address, deadline.remainingMillis());
      plain.setSoTimeout(deadline.remainingMillis());
      Socket socket =
          request.isSecure() ? secure(plain, AddressGuard.bare(host), request.port()) : plain;
      request.write(socket.getOutputStream());
      return new HttpResponseReader(socket, deadline, maxBytes).read(request.uri());
    } catch (SSLException e) {
      throw new FetchException(
          "The certificate or the encryption of " + host + " is not acceptable", e);
    } catch (IOException e) {
      throw new FetchException(
          "The URL "
              + request.uri()
              + " could not be reached or did not answer within "
              + deadline.limit().toSeconds()
              + " s",
          e);
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
}
