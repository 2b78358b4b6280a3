package org.tandemvoice.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.platform.Platform;
import org.tandemvoice.platform.PlatformTest;

/**
 * The header Idempotency-Key at every POST there is, found by its annotation. Below /auth most is
 * asked before anybody is known, and has no keys.
 */
@PlatformTest
class EveryPostIT {

  private static final String PATH = "jakarta.ws.rs.Path";
  private static final String VERSION = "/v1.0/";

  private final HttpClient http = HttpClient.newHttpClient();

  /** The paths of all POSTs; whatever they name does not exist. */
  private static List<String> paths() {
    return new ClassFileImporter()
        .importPath(Path.of("..", "web-api", "target", "classes")).stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith("jakarta.ws.rs.POST"))
            .map(EveryPostIT::path)
            .distinct()
            .sorted()
            .toList();
  }

  private static String path(JavaMethod method) {
    String folder = path(method.getOwner().tryGetAnnotationOfType(PATH));
    String rest = path(method.tryGetAnnotationOfType(PATH));
    return (folder + (rest.isEmpty() ? "" : "/" + rest))
        .replaceAll("^/*\\{version[^}]*}/?", VERSION)
        .replace("[-_]", "_")
        .replaceAll("\\{\\w+: *([\\w-]+)(\\|[^}]*)?}", "$1")
        .replaceAll("\\{[^}]*}", UUID.randomUUID().toString())
        .replaceAll("^(?!/)", "/");
  }

  private static String path(Optional<? extends JavaAnnotation<?>> annotation) {
    return annotation.flatMap(path -> path.get("value")).map(Object::toString).orElse("");
  }

  private HttpResponse<String> post(Office office, String path, String key, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(
                Platform.shared().api().resolve(path + "?accesskey=" + office.accessKey()))
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return http.send(request, BodyHandlers.ofString());
    } catch (IOException | InterruptedException broken) {
      throw new AssertionError(path + " was not answered", broken);
    }
  }

  @Test
  void repeatsItsAnswerAndRefusesAnotherBody() {
    Collection<String> paths = paths();
    List<String> keyed = paths.stream().filter(path -> path.startsWith(VERSION)).toList();

    assertThat(paths).filteredOn(path -> !keyed.contains(path)).allMatch(EveryPostIT::isPublic);
    assertThat(keyed).hasSizeGreaterThan(50);
    try (Office office = Office.open()) {
      for (String path : keyed) {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = post(office, path, key, "{}");
        HttpResponse<String> second = post(office, path, key, "{}");

        assertThat(first.body()).as(path).doesNotContain("ROUTE_NOT_FOUND");
        assertThat(first.headers().firstValue("Idempotency-Replayed")).as(path).isEmpty();
        assertThat(second.headers().firstValue("Idempotency-Replayed"))
            .as(path + " answered " + first.statusCode() + " " + first.body())
            .hasValue("true");
        assertThat(second.statusCode()).as(path).isEqualTo(first.statusCode());
        assertThat(second.body()).as(path).isEqualTo(first.body());
        assertThat(post(office, path, key, "{\"other\":1}").statusCode()).as(path).isEqualTo(422);
      }
    }
  }

  private static boolean isPublic(String path) {
    return path.contains("auth");
  }
}
