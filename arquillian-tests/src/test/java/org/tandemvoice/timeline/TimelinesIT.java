package org.tandemvoice.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tandemvoice.peer.api.ApiClient.action;

import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tandemvoice.office.Office;
import org.tandemvoice.peer.api.ApiClient;
import org.tandemvoice.platform.PlatformTest;

/** GET /timelines. */
@PlatformTest
class TimelinesIT {

  @Test
  void showsTheEventsOfACallAndItsStateAtATime() {
    try (Office office = Office.open();
        Office other = Office.open()) {
      ApiClient api = office.api();
      String id = api.call(office.extension().user(), action("answer"));
      api.awaitStatus(id, "hangup", Duration.ofSeconds(8));
      String path = "/v1.0/timelines/calls/" + id;

      assertThat(api.get(path + "/events").expect(200).result())
          .isEqualTo(api.get("/v1.0/calls/" + id + "/events").expect(200).result());
      String created = firstTime(api, path);
      JsonObject atFirst = api.get(path + "/state?at=" + created).expect(200).object();
      JsonObject atLast = api.get(path + "/state?at=2999-01-01T00:00:00Z").expect(200).object();
      assertThat(atLast.getString("status")).isEqualTo("hangup");
      assertThat(atFirst.getString("status")).isEqualTo("dialing");
      assertThat(api.get(path + "/state?at=2001-01-01T00:00:00Z").status()).isEqualTo(404);
      assertThat(api.get(path + "/state?at=noon").status()).isEqualTo(400);
      assertThat(other.api().get(path + "/events").status()).isEqualTo(404);
      assertThat(other.api().get(path + "/state?at=2999-01-01T00:00:00Z").status()).isEqualTo(404);
    }
  }

  /** When the first event happened. */
  private static String firstTime(ApiClient api, String path) {
    return api.get(path + "/events").expect(200).result().getJsonObject(0).getString("timestamp");
  }
}
