package org.tandemvoice.api;

import jakarta.json.JsonObject;
import java.util.Properties;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.platform.Platform;

/** A customer that a test made for itself, so that it finds nothing of other tests. */
record Tenant(String id, ApiClient api) {

  /** A new customer with its first access key. */
  static Tenant fresh() {
    JsonObject made =
        PlatformAdministrator.SIGNED_IN
            .post("/v1.0/customers", Body.of("{'name':'made by a test'}"))
            .expect(200)
            .object();
    String token = made.getJsonObject("accesskey").getString("token");
    return new Tenant(made.getString("id"), Platform.shared().anonymous().withAccessKey(token));
  }

  /** The administrator of the platform, signed in once for all tests: logins are limited. */
  static ApiClient administrator() {
    return PlatformAdministrator.SIGNED_IN;
  }

  JsonObject extension(String value) {
    return api.post("/v1.0/extensions", extensionBody(value)).expect(200).object();
  }

  static JsonObject extensionBody(String value) {
    return Body.of(
        "{'name':'phone VALUE','detail':'','extension':'VALUE','password':'secret'}"
            .replace("VALUE", value));
  }

  private static final class PlatformAdministrator {

    private static final ApiClient SIGNED_IN = signIn();

    private static ApiClient signIn() {
      Properties administrator = Platform.shared().administrator();
      return Platform.shared()
          .anonymous()
          .login(administrator.getProperty("username"), administrator.getProperty("password"));
    }
  }
}
