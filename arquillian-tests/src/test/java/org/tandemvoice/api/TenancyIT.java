package org.tandemvoice.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemvoice.platform.PlatformTest;

/** Another customer's resource does not exist: 404, and it stays as it was (C-68). */
@PlatformTest
class TenancyIT {

  @Test
  void hidesEverythingOfOneCustomerFromAnother() {
    Tenant owner = Tenant.fresh();
    Tenant stranger = Tenant.fresh();
    JsonObject extension = owner.extension("1001");
    JsonObject key = owner.api().get("/v1.0/accesskeys").expect(200).result().getJsonObject(0);
    String call = owner.api().call("1001");
    String extensionPath = "/v1.0/extensions/" + extension.getString("id");
    String keyPath = "/v1.0/accesskeys/" + key.getString("id");
    String callPath = "/v1.0/calls/" + call;

    for (String path : List.of(extensionPath, keyPath, callPath, callPath + "/events")) {
      stranger.api().get(path).expect(404);
    }
    stranger.api().put(extensionPath, Body.of("{'password':'mine'}")).expect(404);
    stranger.api().put(keyPath, Body.of("{'name':'mine'}")).expect(404);
    stranger.api().post(extensionPath + "/direct-hash-regenerate").expect(404);
    stranger.api().post(callPath + "/hangup").expect(404);
    for (String path : List.of(extensionPath, keyPath, callPath)) {
      stranger.api().delete(path).expect(404);
    }

    assertThat(owner.api().get(extensionPath).expect(200).object()).isEqualTo(extension);
    assertThat(owner.api().get(keyPath).expect(200).object()).isEqualTo(key);
    owner.api().get(callPath).expect(200);
  }

  @Test
  void listsOnlyWhatIsOnesOwn() {
    Tenant owner = Tenant.fresh();
    Tenant stranger = Tenant.fresh();
    owner.extension("1001");
    owner.api().call("1001");

    assertThat(stranger.api().get("/v1.0/extensions").expect(200).result()).isEmpty();
    assertThat(stranger.api().get("/v1.0/calls").expect(200).result()).isEmpty();
    assertThat(stranger.api().get("/v1.0/accesskeys").expect(200).result()).hasSize(1);
  }

  @Test
  void doesNotCallTheExtensionsOfOthers() {
    JsonObject extension = Tenant.fresh().extension("1001");
    Tenant stranger = Tenant.fresh();

    for (String target : List.of("1001", "phone 1001", extension.getString("id"))) {
      JsonObject order =
          Body.of("{'destinations':[{'type':'extension','target_name':'%s'}]}".formatted(target));
      assertThat(stranger.api().post("/v1.0/calls", order).expect(400).body())
          .contains("destinations[0].target_name");
    }
  }
}
