package org.tandemvoice.node.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeUrlTest {

  private static String url(String given, String host) {
    return new NodeUrl(Optional.of(given), host, 8081).text();
  }

  @Test
  void isWhereTheApiListens() {
    assertThat(url("", "10.0.0.7")).isEqualTo("http://10.0.0.7:8081");
    assertThat(url("", "2001:db8::7")).isEqualTo("http://[2001:db8::7]:8081");
  }

  @Test
  void isAnAddressOfTheMachineIfTheApiListensEverywhere() {
    assertThat(url("", "0.0.0.0")).matches("http://[1-9][0-9.]+:8081");
  }

  @Test
  void isWhatTheOperatorSays() {
    assertThat(url("https://one.lan:8443/", "0.0.0.0")).isEqualTo("https://one.lan:8443");
  }

  @ParameterizedTest
  @ValueSource(strings = {"one.internal", "ftp://one.internal", "http://one/?a=b", "http:///x"})
  void isRefusedIfItIsNoUrl(String given) {
    assertThatThrownBy(() -> url(given, "0.0.0.0"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("NODE_URL");
  }
}
