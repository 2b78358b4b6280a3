package org.tandemvoice.idempotency.boundary;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.access.boundary.Caller;
import org.tandemvoice.access.boundary.PublicAccess;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.FieldViolation;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.idempotency.control.IdempotencyManager;
import org.tandemvoice.idempotency.control.KeptAnswer;

/**
 * Carries a POST with the header {@code Idempotency-Key} out once: a repetition within 24 hours
 * gets the first answer again, with status and body. Another request under the same key is 422, one
 * at the same time 409. What was refused for lack of time or right (429, 503) may be tried again.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
@ApplicationScoped
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String HEADER = "Idempotency-Key";
  private static final String REPLAYED = "Idempotency-Replayed";
  private static final String BEGUN = IdempotencyFilter.class.getName();
  private static final int LONGEST_KEY = 255;
  private static final int MOST_BYTES = 1_048_576;

  @Context private ResourceInfo resource;

  @Inject private IdempotencyManager keys;
  @Inject private Caller caller;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    String key = request.getHeaderString(HEADER);
    if (key == null
        || !request.getMethod().equals(HttpMethod.POST)
        || resource.getResourceClass().isAnnotationPresent(PublicAccess.class)) {
      return;
    }
    if (key.isBlank() || key.length() > LONGEST_KEY || !isPrintable(key)) {
      String message = "give 1 to " + LONGEST_KEY + " printable ASCII characters";
      throw new PlatformException(
          ErrorCode.INVALID_REQUEST_PARAMETER,
          HEADER + ": " + message,
          List.of(new FieldViolation(HEADER, message)));
    }
    byte[] body = request.getEntityStream().readNBytes(MOST_BYTES + 1);
    if (body.length > MOST_BYTES) {
      throw new PlatformException(
          ErrorCode.REQUEST_TOO_LARGE, "the body has more than " + MOST_BYTES + " bytes");
    }
    request.setEntityStream(new ByteArrayInputStream(body));
    begin(request, key, hash(request, body));
  }

  private static boolean isPrintable(String key) {
    return key.chars().allMatch(character -> character >= 0x20 && character < 0x7F);
  }

  private void begin(ContainerRequestContext request, String key, String hash) {
    CustomerId customer = caller.member();
    Optional<KeptAnswer> kept = keys.answer(customer, key, hash);
    if (kept.isPresent()) {
      request.abortWith(replay(kept.get()));
      return;
    }
    Optional<UUID> begun = keys.begin(customer, key, hash);
    if (begun.isPresent()) {
      request.setProperty(BEGUN, begun.get());
      return;
    }
    // Somebody was faster: either it is over already, or this throws.
    keys.answer(customer, key, hash).ifPresent(answer -> request.abortWith(replay(answer)));
  }

  private static Response replay(KeptAnswer kept) {
    Response.ResponseBuilder answer = Response.status(kept.status()).header(REPLAYED, "true");
    if (!kept.body().isEmpty()) {
      answer.entity(kept.body()).type(kept.contentType());
    }
    return answer.build();
  }

  /** The answer is kept before it is sent: whoever has it will get it again. */
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (!(request.getProperty(BEGUN) instanceof UUID id)) {
      return;
    }
    int status = response.getStatus();
    if (status == 429 || status == 503) {
      keys.release(id);
      return;
    }
    MediaType type = response.getMediaType();
    String body = response.hasEntity() ? response.getEntity().toString() : "";
    keys.end(id, new KeptAnswer(status, type == null ? "" : type.toString(), body));
  }

  /** With the permission, so that nobody is shown what only others may do. */
  private String hash(ContainerRequestContext request, byte[] body) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      String path = request.getUriInfo().getPath().replaceFirst("^/*v1(\\.0)?/", "");
      digest.update((caller.permission().bits() + path + "\n").getBytes(StandardCharsets.UTF_8));
      digest.update(body);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }
}
