package org.tandemvoice.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tandemvoice.peer.api.ApiAnswer;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/** Signing up, and passwords that are forgotten; mails are found where the operator finds them. */
@PlatformTest
class SignupIT {

  private static final Pattern LINK =
      Pattern.compile("(https?://\\S+/auth/[a-z-]+)\\?token=([0-9a-f]{64})");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final ApiClient stranger = Platform.shared().anonymous();
  private final String email = "anna." + UUID.randomUUID() + "@example.com";

  private record Link(String page, String token) {}

  private ApiAnswer signUp(String fields) {
    return stranger.post("/auth/signup", Body.of("{'email':'" + email + "'" + fields + "}"));
  }

  private List<String> mails(String subject) {
    Path folder = Platform.shared().dataDirectory().resolve("mail");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .map(SignupIT::read)
          .filter(text -> text.startsWith("To: " + email + "\nSubject: " + subject + "\n"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String read(Path file) {
    try {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private Link mailed(String subject) {
    AtomicReference<List<String>> found = new AtomicReference<>(List.of());
    Platform.await(
        "a mail",
        Duration.ofSeconds(8),
        () -> {
          found.set(mails(subject));
          return !found.get().isEmpty();
        });
    Matcher link = LINK.matcher(found.get().get(0));
    assertThat(link.find()).isTrue();
    return new Link(link.group(1), link.group(2));
  }

  private HttpResponse<String> browse(String path, String form) {
    try {
      URI uri = Platform.shared().api().resolve(path);
      HttpRequest.Builder request = HttpRequest.newBuilder(uri);
      if (!form.isEmpty()) {
        request
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
      }
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  @Test
  void opensACustomerThatCallsWhenItsAddressIsVerified() {
    JsonObject made = signUp(",'accepted_tos':true,'name':'Anna Ltd'").expect(200).object();

    JsonObject customer = made.getJsonObject("customer");
    assertThat(customer.getString("status")).isEqualTo("initial");
    assertThat(customer.getString("email")).isEqualTo(email);
    assertThat(customer.getBoolean("email_verified")).isFalse();
    assertThat(customer).doesNotContainKey("terms_agreed_ip");
    ApiClient api = stranger.withAccessKey(made.getJsonObject("accesskey").getString("token"));
    JsonObject order = Tenant.extensionBody("1001");
    api.post("/v1.0/extensions", order).expect(200);
    JsonObject call =
        Body.of(
            "{'source':{'type':'extension','target':'1001'},'actions':[],"
                + "'destinations':[{'type':'extension','target_name':'1001'}]}");
    assertThat(api.post("/v1.0/calls", call).expect(403).body()).contains("not verified");
    JsonObject seen =
        Tenant.administrator().get("/v1.0/customers/" + customer.getString("id")).object();
    assertThat(seen.getString("terms_agreed_ip")).isEqualTo("127.0.0.1");
    assertThat(seen.getString("terms_agreed_version")).isEqualTo("1");
    JsonObject account = api.get("/v1.0/billing_account").expect(200).object();
    assertThat(account.getJsonNumber("balance").bigDecimalValue()).isZero();
    assertThat(api.get("/v1.0/billings").expect(200).result()).isEmpty();
    Link link = mailed("Verify your e-mail address");

    String other = (link.token().startsWith("a") ? "b" : "a") + link.token().substring(1);
    assertThat(browse("/auth/email-verify?token=" + other, ""))
        .satisfies(page -> assertThat(page.statusCode()).isEqualTo(400));
    HttpResponse<String> page = browse("/auth/email-verify?token=" + link.token(), "");

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    JsonObject after = api.get("/v1.0/customer").expect(200).object();
    assertThat(after.getString("status")).isEqualTo("active");
    assertThat(after.getBoolean("email_verified")).isTrue();
    api.post("/v1.0/calls", call).expect(200);
    String again = "{'token':'" + link.token() + "'}";
    assertThat(stranger.post("/auth/email-verify", Body.of(again)).expect(400).body())
        .contains("\"field\":\"token\"");

    Link choice = mailed("Choose your password");
    assertThat(choice.page()).endsWith("/auth/password-reset");
    JsonObject chosen = Body.of("{'token':'" + choice.token() + "','password':'correct horse'}");
    assertThat(stranger.post("/auth/password-reset", chosen).expect(200).body()).isEqualTo("{}");
    ApiClient anna = stranger.login(email, "correct horse");
    anna.put("/v1.0/customer", Body.of("{'detail':'mine'}")).expect(200);
  }

  @Test
  void tellsNothingOfAddressesThatAreTaken() {
    signUp(",'accepted_tos':true").expect(200);

    assertThat(signUp(",'accepted_tos':true").expect(200).body()).isEqualTo("{}");
    String loud = "{'email':'" + email.toUpperCase() + "','accepted_tos':true}";
    assertThat(stranger.post("/auth/signup", Body.of(loud)).expect(200).body()).isEqualTo("{}");
    assertThat(signUp("").expect(400).body()).contains("accepted_tos");
    for (String wrong : List.of("", "anna", "a@b", "a b@c.de", "<a@b.de>", "a@b.de,c@d.ef")) {
      String body = "{'email':'" + wrong + "','accepted_tos':true}";
      assertThat(stranger.post("/auth/signup", Body.of(body)).expect(400).body())
          .contains("\"field\":\"email\"");
    }
  }

  @Test
  void aForgottenPasswordIsChosenAnewOnceByTheForm() {
    Tenant tenant = Tenant.fresh();
    String agent =
        "{'username':'" + email + "','password':'old password','permission':32,'name':'Anna'}";
    tenant.api().post("/v1.0/agents", Body.of(agent)).expect(201);
    ApiClient before = stranger.login(email, "old password");

    assertThat(forgot("nobody@example.com")).isEqualTo("{}");
    assertThat(forgot(email)).isEqualTo("{}");
    assertThat(forgot(email)).isEqualTo("{}");

    Link link = mailed("Choose your password");
    assertThat(mails("Choose your password")).as("one mail a minute").hasSize(1);
    HttpResponse<String> form = browse("/auth/password-reset?token=" + link.token(), "");
    assertThat(form.statusCode()).isEqualTo(200);
    assertThat(form.body()).contains("<form").contains(link.token());
    assertThat(form.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'");
    assertThat(browse("/auth/password-reset?token=%22%3E%3Cscript%3E", "").statusCode())
        .isEqualTo(400);
    assertThat(browse("/auth/password-reset", fields(link, "short")).statusCode()).isEqualTo(400);
    before.get("/v1.0/calls").expect(200);

    assertThat(browse("/auth/password-reset", fields(link, "nêw & better")).statusCode())
        .isEqualTo(200);

    before.get("/v1.0/calls").expect(401);
    stranger.login(email, "nêw & better").get("/v1.0/calls").expect(200);
    assertThat(browse("/auth/password-reset", fields(link, "another one")).statusCode())
        .isEqualTo(400);
    JsonObject used = Body.of("{'token':'" + link.token() + "','password':'another one'}");
    assertThat(stranger.post("/auth/password-reset", used).expect(400).body())
        .contains("\"field\":\"token\"");
  }

  private String forgot(String username) {
    return stranger
        .post("/auth/password-forgot", Body.of("{'username':'" + username + "'}"))
        .expect(200)
        .body();
  }

  private static String fields(Link link, String password) {
    return "token="
        + link.token()
        + "&password="
        + URLEncoder.encode(password, StandardCharsets.UTF_8);
  }
}
