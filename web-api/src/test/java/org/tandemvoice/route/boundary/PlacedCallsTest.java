package org.tandemvoice.route.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemvoice.api.entity.ApiVersion;
import org.tandemvoice.failure.entity.PlatformException;

class PlacedCallsTest {

  private final JsonObject call = Json.createObjectBuilder().add("id", "1").build();
  private final PlacedCalls placed = new PlacedCalls();

  @Test
  void answersAnArrayAsDocumented() {
    assertThat(placed.answer(List.of(call), ApiVersion.DOCUMENTED)).hasToString("[{\"id\":\"1\"}]");
  }

  @Test
  void answersAnObjectToNewerClients() {
    assertThat(placed.answer(List.of(call), ApiVersion.GROUPED))
        .hasToString("{\"calls\":[{\"id\":\"1\"}],\"groupcalls\":[]}");
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
