package org.tandemvoice.call.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventPagingTest {

  @Test
  void readsEventTokensItWrites() {
    JsonObject event = Json.createObjectBuilder().add("position", 7L << 50).build();

    JsonObject page = new EventPaging().answer(List.of(event));

    assertThat(EventPaging.position(page.getString("next_page_token"))).isEqualTo(7L << 50);
    assertThat(new EventPaging().answer(List.of()).getString("next_page_token")).isEmpty();
    assertThatThrownBy(() -> EventPaging.position("x")).hasMessageContaining("page_token");
  }
}
