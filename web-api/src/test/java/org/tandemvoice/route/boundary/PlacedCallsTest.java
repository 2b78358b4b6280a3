package org.tandemvoice.route.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemvoice.api.entity.ApiVersion;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.route.control.Placement;

class PlacedCallsTest {

  private static final Placement BOTH =
      new Placement(List.of(id("1"), id("2")), List.of(id("1")), List.of(id("g")));

  private final PlacedCalls placed = new PlacedCalls();

  private static JsonObject id(String id) {
    return Json.createObjectBuilder().add("id", id).build();
  }

  @Test
  void answersAnArrayAsDocumented() {
    assertThat(placed.answer(BOTH, ApiVersion.DOCUMENTED))
        .hasToString("[{\"id\":\"1\"},{\"id\":\"2\"}]");
  }

  @Test
  void answersAnObjectToNewerClients() {
    assertThat(placed.answer(BOTH, ApiVersion.GROUPED))
        .hasToString("{\"calls\":[{\"id\":\"1\"}],\"groupcalls\":[{\"id\":\"g\"}]}");
  }

  @Test
  void prefersTheHeaderToThePinnedVersion() {
    assertThat(placed.version("2026-08", ApiVersion.DOCUMENTED)).isEqualTo(ApiVersion.GROUPED);
    assertThat(placed.version("2026-02", ApiVersion.GROUPED)).isEqualTo(ApiVersion.DOCUMENTED);
    assertThat(placed.version(null, ApiVersion.GROUPED)).isEqualTo(ApiVersion.GROUPED);
    assertThat(placed.version("", ApiVersion.GROUPED)).isEqualTo(ApiVersion.GROUPED);
  }

  @Test
  void refusesAVersionThatDoesNotExist() {
    assertThatThrownBy(() -> placed.version("2025-01", ApiVersion.GROUPED))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("X-Api-Version");
  }
}
