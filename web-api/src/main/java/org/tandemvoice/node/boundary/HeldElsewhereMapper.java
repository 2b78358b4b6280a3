package org.tandemvoice.node.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tandemvoice.failure.boundary.ErrorAnswers;
import org.tandemvoice.failure.boundary.PlatformExceptionMapper;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.node.control.HeldElsewhereException;
import org.tandemvoice.node.control.Node;
import org.tandemvoice.node.control.NodeSigns;

/**
 * Hands a request on to the node that holds what it acts upon, and answers what that answers; 503
 * says that the node is not there. A request is handed on once at most, so that one which acts upon
 * calls of several nodes is refused. The limits of both nodes count it.
 */
@Provider
@ApplicationScoped
public class HeldElsewhereMapper implements ExceptionMapper<HeldElsewhereException> {

  private static final Logger LOG = System.getLogger(HeldElsewhereMapper.class.getName());

  /** Of a request that is handed on: to whom. */
  private static final String ADDRESSEE = "X-Tandem-Node";

  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final String REQUEST_ID = "X-Request-Id";
  private static final Duration CONNECT = Duration.ofSeconds(3);
  private static final Duration LIMIT = Duration.ofSeconds(15);

  /**
   * What concerns one connection only (RFC 9110 section 7.6.1), what is said anew, and the key that
   * is kept here.
   */
  private static final Set<String> OWN =
      Set.of(
          "accept-encoding",
          "connection",
          "content-length",
          "expect",
          "host",
          "http2-settings",
          "idempotency-key",
          "keep-alive",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "x-forwarded-for",
          "x-request-id");

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  @Inject private ErrorAnswers answers;
  @Inject private KeptRequest kept;
  @Inject private Node node;
  @Inject private NodeSigns nodes;
  @Inject private PlatformExceptionMapper refusals;
  @Inject private HttpServletRequest servletRequest;

  @Override
  public Response toResponse(HeldElsewhereException held) {
    try {
      Optional<String> addressee = kept.header(ADDRESSEE).stream().findFirst();
      if (addressee.isPresent()) {
        throw lost(addressee.get(), held);
      }
      return answer(send(nodes.reach(held.nodeId()), held.nodeId()));
    } catch (PlatformException refused) {
      return refusals.toResponse(refused);
    }
  }

  private PlatformException lost(String addressee, HeldElsewhereException held) {
    return addressee.equals(node.id())
        ? new PlatformException(
            ErrorCode.STATE_INVALID,
            "this acts upon calls of several nodes, which none can do: " + held.getMessage())
        : new PlatformException(
            ErrorCode.SERVICE_UNAVAILABLE,
            "what is for node " + addressee + " reaches node " + node.id() + ": set its NODE_URL");
  }

  private HttpResponse<String> send(URI base, String nodeId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + kept.target()))
            .timeout(LIMIT)
            .method(kept.method(), BodyPublishers.ofByteArray(kept.body()));
    kept.headers().forEach((name, values) -> copy(request, name, values));
    request
        .header(ADDRESSEE, nodeId)
        .header(FORWARDED_FOR, forwardedFor())
        .header(REQUEST_ID, answers.requestId());
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException unreachable) {
      LOG.log(Level.WARNING, "node {0} at {1} does not answer: {2}", nodeId, base, unreachable);
      throw unavailable(nodeId);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unavailable(nodeId);
    }
  }

  private static PlatformException unavailable(String nodeId) {
    return new PlatformException(
        ErrorCode.SERVICE_UNAVAILABLE,
        "node " + nodeId + ", which holds the call, does not answer: see whether it was done");
  }

  private static void copy(HttpRequest.Builder request, String name, List<String> values) {
    if (!OWN.contains(name.toLowerCase(Locale.ROOT))) {
      values.forEach(value -> request.header(name, value));
    }
  }

  /** Who asked us comes last, so that a node which trusts us counts it and not us. */
  private String forwardedFor() {
    List<String> hops = new ArrayList<>(kept.header(FORWARDED_FOR));
    hops.add(servletRequest.getRemoteAddr());
    return String.join(", ", hops);
  }

  private static Response answer(HttpResponse<String> response) {
    Response.ResponseBuilder answer = Response.status(response.statusCode());
    if (!response.body().isEmpty()) {
      answer.entity(response.body());
      response.headers().firstValue(HttpHeaders.CONTENT_TYPE).ifPresent(answer::type);
    }
    response
        .headers()
        .firstValue(HttpHeaders.RETRY_AFTER)
        .ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
    return answer.build();
  }
}
