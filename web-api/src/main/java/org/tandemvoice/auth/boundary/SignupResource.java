package org.tandemvoice.auth.boundary;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.tandemvoice.access.boundary.PublicAccess;
import org.tandemvoice.accesskey.control.AccessKeyDocument;
import org.tandemvoice.auth.control.SignupManager;
import org.tandemvoice.customer.control.CustomerDocument;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.platform.control.Welcome;
import org.tandemvoice.ratelimit.boundary.ClientAddress;

/** {@code /auth/signup} and {@code /auth/email-verify} (contract section 2). */
@PublicAccess
@ApplicationScoped
@Path("{prefix: ((v1|v1\\.0)/)?}auth")
@Produces(MediaType.APPLICATION_JSON)
public class SignupResource {

  @Inject private SignupManager signups;
  @Inject private CustomerDocument document;
  @Inject private AccessKeyDocument accessKeyDocument;
  @Inject private ClientAddress addresses;
  @Inject private HttpServletRequest servletRequest;

  /** An empty object if the e-mail address is taken. */
  @POST
  @Path("signup")
  public JsonObject signUp(
      @HeaderParam("X-Forwarded-For") List<String> forwardedFor, JsonFields body) {
    String address = addresses.of(servletRequest.getRemoteAddr(), forwardedFor);
    try {
      return signups.signUp(body, address).map(this::welcome).orElse(JsonValue.EMPTY_JSON_OBJECT);
    } catch (PlatformException refused) {
      if (refused.code() == ErrorCode.AGENT_ALREADY_EXISTS) {
        return JsonValue.EMPTY_JSON_OBJECT;
      }
      throw refused;
    }
  }

  private JsonObject welcome(Welcome welcome) {
    return JSON.createObjectBuilder()
        .add("customer", document.of(welcome.customer()))
        .add("accesskey", accessKeyDocument.of(welcome.accessKey()))
        .build();
  }

  @POST
  @Path("email-verify")
  public JsonObject verify(JsonFields body) {
    return JSON.createObjectBuilder()
        .add("customer", document.of(signups.verify(body.text("token"))))
        .build();
  }

  /** For the link in the mail. */
  @GET
  @Path("email-verify")
  @Produces(MediaType.TEXT_HTML)
  public Response verify(@QueryParam("token") String token) {
    try {
      signups.verify(token == null ? "" : token);
      return AuthPages.said("Your e-mail address is verified: a mail to choose a password follows");
    } catch (PlatformException refused) {
      return AuthPages.refused("This link is unknown, used or too old");
    }
  }
}
