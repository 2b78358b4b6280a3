package org.tandemvoice.ratelimit.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ClientAddressTest {

  private final ClientAddress trusting =
      new ClientAddress(Optional.of(Set.of("10.0.0.1", "10.0.0.2")));

  @Test
  void believesNobodyByDefault() {
    ClientAddress strict = new ClientAddress(Optional.empty());

    assertThat(strict.of("10.0.0.1", List.of("198.51.100.7"))).isEqualTo("10.0.0.1");
  }

  @Test
  void believesATrustedProxy() {
    assertThat(trusting.of("10.0.0.1", List.of("198.51.100.7"))).isEqualTo("198.51.100.7");
  }

  @Test
  void doesNotBelieveWhatTheClientWroteItself() {
    assertThat(trusting.of("10.0.0.1", List.of("1.2.3.4, 198.51.100.7", "10.0.0.2")))
        .isEqualTo("198.51.100.7");
  }

  @Test
  void doesNotBelieveAStranger() {
    assertThat(trusting.of("203.0.113.9", List.of("198.51.100.7"))).isEqualTo("203.0.113.9");
  }

  @Test
  void staysWithTheProxyIfItSaysNothing() {
    assertThat(trusting.of("10.0.0.1", List.of())).isEqualTo("10.0.0.1");
    assertThat(trusting.of("10.0.0.1", List.of(" , 10.0.0.2"))).isEqualTo("10.0.0.1");
  }
}
