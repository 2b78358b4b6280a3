package org.tandemvoice.paging.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.paging.control.Page;
import org.tandemvoice.paging.control.PagePosition;
import org.tandemvoice.time.control.Timestamps;

class PagingTest {

  private static final Instant TIME = Instant.parse("2026-02-21T10:00:00.000120Z");
  private static final UUID ID = UUID.fromString("a1b2c3d4-e5f6-7890-abcd-ef1234567890");

  private final PageTokens tokens = new PageTokens(new Timestamps("iso"));
  private final Paging paging = new Paging(tokens);

  @Test
  void asksForAHundredOfTheNewestByDefault() {
    var request = paging.request(Optional.empty(), Optional.of(""));

    assertThat(request.size()).isEqualTo(100);
    assertThat(request.after()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "101", "2000000000"})
  void fallsBackToAHundredOutOfBounds(String size) {
    assertThat(paging.request(Optional.of(size), Optional.empty()).size()).isEqualTo(100);
  }

  @Test
  void keepsASizeInBounds() {
    assertThat(paging.request(Optional.of("1"), Optional.empty()).size()).isEqualTo(1);
  }

  @Test
  void refusesASizeThatIsNoNumber() {
    assertParameter("page_size", () -> paging.request(Optional.of("ten"), Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-21T10:00:00.000120Z",
        "2026-02-21T10:00:00.00012",
        "2026-02-21 10:00:00.000120",
        "2026-02-21T10:00:00.000120000Z"
      })
  void readsEveryStyleOfToken(String token) {
    assertThat(tokens.parse(token)).hasValue(new PagePosition(TIME, Optional.empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "2026-02-21T10:00:00Z_", "2026-02-21T10:00:00Z_1", "_", "12345"})
  void refusesWhatIsNoToken(String token) {
    assertParameter("page_token", () -> paging.request(Optional.empty(), Optional.of(token)));
  }

  @Test
  void readsTheTokensItWrites() {
    PagePosition plain = new PagePosition(TIME, Optional.empty());
    PagePosition tie = new PagePosition(TIME, Optional.of(ID));

    assertThat(tokens.text(plain)).isEqualTo("2026-02-21T10:00:00.000120Z");
    assertThat(tokens.parse(tokens.text(plain))).hasValue(plain);
    assertThat(tokens.parse(tokens.text(tie))).hasValue(tie);
    var spaced = new PageTokens(new Timestamps("space"));
    assertThat(spaced.parse(spaced.text(tie))).hasValue(tie);
  }

  @Test
  void writesAListThatIsNeverNull() {
    var empty = paging.answer(new Page<>(List.of(), Optional.empty()), item -> null);

    assertThat(empty).hasToString("{\"result\":[],\"next_page_token\":\"\"}");
  }

  @Test
  void writesItemsAndWhereTheNextPageBegins() {
    var page = new Page<>(List.of("a"), Optional.of(new PagePosition(TIME, Optional.empty())));

    var answer = paging.answer(page, item -> Json.createObjectBuilder().add("name", item).build());

    assertThat(answer)
        .hasToString(
            "{\"result\":[{\"name\":\"a\"}],\"next_page_token\":\"2026-02-21T10:00:00.000120Z\"}");
  }

  private static void assertParameter(String name, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            PlatformException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_REQUEST_PARAMETER);
              assertThat(refused.violations().get(0).field()).isEqualTo(name);
            });
  }
}
