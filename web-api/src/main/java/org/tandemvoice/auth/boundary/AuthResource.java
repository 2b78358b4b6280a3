package org.tandemvoice.auth.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import org.tandemvoice.access.boundary.PublicAccess;
import org.tandemvoice.auth.control.Authentication;
import org.tandemvoice.auth.control.DirectToken;
import org.tandemvoice.auth.control.DirectTokens;
import org.tandemvoice.auth.control.LoginTokens;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.time.control.Timestamps;

/** {@code /auth}, at the root and under both prefixes. */
@PublicAccess
@ApplicationScoped
@Path("{prefix: ((v1|v1\\.0)/)?}auth")
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {

  private static final int MAX_LENGTH = 255;

  @Inject private Authentication authentication;
  @Inject private DirectTokens directTokens;
  @Inject private Timestamps timestamps;

  /**
   * Any failure is 400 with an empty body (contract section 2): outsiders learn nothing from it.
   */
  @POST
  @Path("login")
  public Response login(JsonFields body) {
    String username = body.requiredText("username", MAX_LENGTH);
    String password = body.requiredText("password", MAX_LENGTH);
    return authentication
        .login(username, password)
        .map(token -> welcome(username, token))
        .orElseGet(() -> Response.status(Response.Status.BAD_REQUEST).build());
  }

  private static Response welcome(String username, String token) {
    var cookie =
        new NewCookie.Builder("token")
            .value(token)
            .path("/")
            .maxAge((int) LoginTokens.LIFE.toSeconds())
            .httpOnly(true)
            .secure(true)
            .sameSite(NewCookie.SameSite.STRICT)
            .build();
    var answer = JSON.createObjectBuilder().add("username", username).add("token", token).build();
    return Response.ok(answer).cookie(cookie).build();
  }

  /** A token that names the resource of a direct hash (contract section 2). */
  @POST
  @Path("boot")
  public JsonObject boot(JsonFields body) {
    String hash = body.requiredText("direct_hash", MAX_LENGTH);
    return directTokens
        .boot(hash)
        .map(this::booted)
        .orElseThrow(
            () ->
                new PlatformException(
                    ErrorCode.RESOURCE_NOT_FOUND, "nothing has the direct hash " + hash));
  }

  private JsonObject booted(DirectToken token) {
    return JSON.createObjectBuilder()
        .add("token", token.token())
        .add("type", "direct")
        .add("resource_type", token.resource().type())
        .add("resource_id", token.resource().id().toString())
        .add("customer_id", token.resource().customer().toString())
        .add("expire", timestamps.text(token.expire()))
        .build();
  }
}
