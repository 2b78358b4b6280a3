package org.tandemvoice.carrier.control;

import static org.tandemvoice.column.entity.JsonText.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.column.entity.JsonText;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

/**
 * An account at the carrier Telnyx, opened by its API key (API version 2). It blocks while the
 * carrier thinks: not for use inside a transaction.
 */
@ApplicationScoped
public class TelnyxAccount {

  /** Where Telnyx takes calls. */
  static final String HOST = "sip.telnyx.com";

  private static final Duration LIMIT = Duration.ofSeconds(10);
  private static final String PROFILES = "/outbound_voice_profiles";
  private static final String CONNECTIONS = "/credential_connections";

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(LIMIT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private final SecureRandom random = new SecureRandom();
  private String base = "";

  protected TelnyxAccount() {}

  /**
   * @param base {@code TELNYX_API_URL}; default that of Telnyx itself
   */
  @Inject
  public TelnyxAccount(
      @ConfigProperty(name = "TELNYX_API_URL", defaultValue = "https://api.telnyx.com/v2")
          String base) {
    this.base = base;
  }

  /** With what a connection registers or answers challenges. */
  record Login(String username, String password) {}

  /**
   * Makes a connection there that calls may leave by, with a user name and password of its own.
   *
   * @throws PlatformException {@code INVALID_ARGUMENT} if the key is not accepted, {@code
   *     SERVICE_UNAVAILABLE} if the carrier does not do it; nothing is left there then
   */
  Login connect(String apiKey, String name) {
    Login login = new Login("tandem" + secret(6), secret(16));
    String profile =
        idOf(send("POST", PROFILES, apiKey, JSON.createObjectBuilder().add("name", name).build()));
    JsonObject connection =
        JSON.createObjectBuilder()
            .add("active", true)
            .add("connection_name", name)
            .add("user_name", login.username())
            .add("password", login.password())
            .add("outbound", JSON.createObjectBuilder().add("outbound_voice_profile_id", profile))
            .build();
    try {
      idOf(send("POST", CONNECTIONS, apiKey, connection));
    } catch (PlatformException refused) {
      send("DELETE", PROFILES + "/" + profile, apiKey, JsonObject.EMPTY_JSON_OBJECT);
      throw refused;
    }
    return login;
  }

  private String secret(int bytes) {
    byte[] secret = new byte[bytes];
    random.nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  private String send(String method, String path, String apiKey, JsonObject body) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(base + path))
              .timeout(LIMIT)
              .method(method, BodyPublishers.ofString(body.toString()))
              .header("Content-Type", "application/json")
              .header("Authorization", "Bearer " + apiKey)
              .build();
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      if (response.statusCode() == 401 || response.statusCode() == 403) {
        throw PlatformException.invalid(
            "credentials.api_key",
            "is not accepted by Telnyx, which answered " + response.statusCode());
      }
      if (response.statusCode() >= 300) {
        throw failed("it answered " + response.statusCode());
      }
      return response.body();
    } catch (IOException unreachable) {
      throw failed(unreachable.toString());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw failed("the server is stopping");
    }
  }

  /** The {@code data.id} of what was made. */
  private static String idOf(String answer) {
    try {
      return JsonText.object(answer).getJsonObject("data").getString("id");
    } catch (JsonException | NullPointerException | ClassCastException unreadable) {
      throw failed("its answer names no id");
    }
  }

  private static PlatformException failed(String reason) {
    return new PlatformException(
        ErrorCode.SERVICE_UNAVAILABLE, "Telnyx has not made the connection: " + reason);
  }
}
