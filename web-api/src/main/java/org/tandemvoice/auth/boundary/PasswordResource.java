package org.tandemvoice.auth.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.tandemvoice.access.boundary.PublicAccess;
import org.tandemvoice.auth.control.PasswordManager;
import org.tandemvoice.auth.entity.MailSecret;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.json.control.JsonFields;

/** {@code /auth/password-forgot} and {@code /auth/password-reset} (contract section 2). */
@PublicAccess
@ApplicationScoped
@Path("{prefix: ((v1|v1\\.0)/)?}auth")
@Produces(MediaType.APPLICATION_JSON)
public class PasswordResource {

  private static final int MAX_LENGTH = 255;

  @Inject private PasswordManager passwords;

  /** Always the same answer, whoever is asked for. */
  @POST
  @Path("password-forgot")
  public JsonObject forgot(JsonFields body) {
    passwords.forgot(body.requiredText("username", MAX_LENGTH));
    return JsonValue.EMPTY_JSON_OBJECT;
  }

  /** The form that the link in the mail shows. */
  @GET
  @Path("password-reset")
  @Produces(MediaType.TEXT_HTML)
  public Response form(@QueryParam("token") String token) {
    return token != null && MailSecret.isOne(token)
        ? AuthPages.passwordForm(token)
        : AuthPages.refused("This link is not whole");
  }

  @POST
  @Path("password-reset")
  public JsonObject reset(JsonFields body) {
    passwords.reset(body.text("token"), body.text("password"));
    return JsonValue.EMPTY_JSON_OBJECT;
  }

  /** What the form sends. */
  @POST
  @Path("password-reset")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.TEXT_HTML)
  public Response reset(byte[] body) {
    FormFields form = FormFields.of(body);
    try {
      passwords.reset(form.text("token"), form.text("password"));
      return AuthPages.said("Your password is saved: you can sign in with it");
    } catch (PlatformException refused) {
      return AuthPages.refused(
          refused.violations().stream().anyMatch(field -> field.field().equals("password"))
              ? "The password is too short or too long: go back and choose another one"
              : "This link is unknown, used or too old");
    }
  }
}
