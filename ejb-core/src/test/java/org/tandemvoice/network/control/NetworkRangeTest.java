package org.tandemvoice.network.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkRangeTest {

  @Test
  void holdsTheAddressesOfItsNetwork() {
    List<String> ranges = List.of("192.0.2.0/25", "2001:db8::/32", "198.51.100.7");

    assertThat(NetworkRange.anyContains(ranges, "192.0.2.127")).isTrue();
    assertThat(NetworkRange.anyContains(ranges, "192.0.2.128")).isFalse();
    assertThat(NetworkRange.anyContains(ranges, "2001:db8:1::5")).isTrue();
    assertThat(NetworkRange.anyContains(ranges, "2001:db9::5")).isFalse();
    assertThat(NetworkRange.anyContains(ranges, "198.51.100.7")).isTrue();
    assertThat(NetworkRange.anyContains(ranges, "198.51.100.8")).isFalse();
    assertThat(NetworkRange.anyContains(List.of("0.0.0.0/0"), "203.0.113.9")).isTrue();
    assertThat(NetworkRange.anyContains(List.of(), "203.0.113.9")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "host.example", "192.0.2", "192.0.2.0/33", "192.0.2.0/x", "1.2.3.400"})
  void isNothingElse(String text) {
    assertThat(NetworkRange.parse(text)).isEmpty();
  }
}
