package org.tandemvoice.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tandemvoice.platform.PlatformTest;

/** Lists: newest first, page by page, each item once (C-06). */
@PlatformTest
class PagingIT {

  private static final int EXTENSIONS = 7;

  private Tenant tenant;

  @BeforeEach
  void fill() {
    tenant = Tenant.fresh();
    for (int i = 1; i <= EXTENSIONS; i++) {
      tenant.extension("100" + i);
    }
  }

  @Test
  void showsEveryItemOnceNewestFirst() {
    assertThat(values(2)).containsExactly("1007", "1006", "1005", "1004", "1003", "1002", "1001");
    assertThat(values(3)).isEqualTo(values(100));
  }

  @Test
  void givesATokenUntilThePageIsEmpty() {
    JsonObject all = page("page_size=100");
    JsonObject behind = page("page_token=" + encoded(all.getString("next_page_token")));

    assertThat(all.getJsonArray("result")).hasSize(EXTENSIONS);
    assertThat(all.getString("next_page_token"))
        .isEqualTo(all.getJsonArray("result").getJsonObject(6).getString("tm_create"));
    assertThat(behind.getJsonArray("result")).isEmpty();
    assertThat(behind.getString("next_page_token")).isEmpty();
  }

  @Test
  void takesTheOlderStyleOfTokens() {
    String token = page("page_size=3").getString("next_page_token");
    String older = token.replace('T', ' ').replace("Z", "");

    assertThat(page("page_token=" + encoded(older)).getJsonArray("result"))
        .isEqualTo(page("page_token=" + encoded(token)).getJsonArray("result"))
        .hasSize(4);
  }

  @Test
  void fallsBackToAHundredOutOfBounds() {
    assertThat(page("page_size=0").getJsonArray("result")).hasSize(EXTENSIONS);
    assertThat(page("page_size=101").getJsonArray("result")).hasSize(EXTENSIONS);
    assertThat(page("page_size=1").getJsonArray("result")).hasSize(1);
  }

  @Test
  void refusesWhatIsNeitherSizeNorToken() {
    for (String query : List.of("page_size=many", "page_token=yesterday")) {
      assertThat(tenant.api().get("/v1.0/extensions?" + query).expect(400).body())
          .contains("INVALID_REQUEST_PARAMETER")
          .contains(query.substring(0, query.indexOf('=')));
    }
  }

  private List<String> values(int size) {
    List<String> values = new ArrayList<>();
    JsonObject page = page("page_size=" + size);
    while (!page.getJsonArray("result").isEmpty()) {
      page.getJsonArray("result")
          .forEach(item -> values.add(item.asJsonObject().getString("extension")));
      String token = encoded(page.getString("next_page_token"));
      page = page("page_size=" + size + "&page_token=" + token);
    }
    return values;
  }

  private JsonObject page(String query) {
    return tenant.api().get("/v1.0/extensions?" + query).expect(200).object();
  }

  private static String encoded(String token) {
    return URLEncoder.encode(token, StandardCharsets.UTF_8);
  }
}
