package org.tandemvoice.billing.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.failure.entity.PlatformException;

class PaymentPortalTest {

  private static final UUID ACCOUNT = new UUID(1, 2);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-21T04:00:00Z"), ZoneOffset.UTC);

  private static PaymentPortal portal(String template, String key) {
    return new PaymentPortal(Optional.of(template), Optional.of(key), CLOCK);
  }

  @Test
  void namesTheAccount() {
    assertThat(portal("https://pay.example.com/{account_id}", "").url(ACCOUNT))
        .hasToString("https://pay.example.com/" + ACCOUNT);
  }

  @Test
  void signsAccountAndTime() {
    String url =
        portal("https://pay.example.com/{account_id}/{expires}/{signature}", "secret")
            .url(ACCOUNT)
            .toString();

    assertThat(url).matches("https://pay.example.com/" + ACCOUNT + "/1795234500/[0-9a-f]{64}");
  }

  @Test
  void isMissingWithoutASetting() {
    PaymentPortal none = new PaymentPortal(Optional.empty(), Optional.empty(), CLOCK);

    assertThatThrownBy(() -> none.url(ACCOUNT))
        .isInstanceOf(PlatformException.class)
        .hasMessageContaining("PAYMENT_PORTAL_URL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://pay.example.com/",
        "javascript:{account_id}",
        "https://pay.example.com/{account_id}/{signature}",
        "https://pay.example.com/{account_id}/{expires}/{signature}"
      })
  void refusesATemplateThatCannotBeFilled(String template) {
    assertThatThrownBy(() -> portal(template, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("PAYMENT_PORTAL_URL");
  }
}
