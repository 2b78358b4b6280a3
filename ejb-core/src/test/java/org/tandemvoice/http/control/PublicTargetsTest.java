package org.tandemvoice.http.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicTargetsTest {

  private final PublicTargets targets = new PublicTargets(false);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1/",
        "http://localhost:8080/",
        "http://10.1.2.3/",
        "http://172.16.0.1/",
        "http://192.168.0.1/",
        "http://169.254.169.254/latest/meta-data",
        "http://100.64.0.1/",
        "http://0.0.0.0/",
        "http://224.0.0.1/",
        "http://255.255.255.255/",
        "http://[::1]/",
        "http://[fe80::1]/",
        "http://[fc00::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[2002:7f00:1::]/",
        "http://[64:ff9b::7f00:1]/",
        "ftp://192.0.2.1/",
        "file:///etc/passwd",
        "http:///nowhere",
      })
  void refusesWhatIsNotPublic(String url) {
    assertThat(targets.objection(URI.create(url))).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://1.1.1.1/", "http://[2606:4700::1111]/"})
  void allowsWhatIsPublic(String url) {
    assertThat(targets.objection(URI.create(url))).isEmpty();
  }

  @Test
  void allowsPrivateTargetsIfTheOperatorDoes() {
    assertThat(new PublicTargets(true).objection(URI.create("http://127.0.0.1/"))).isEmpty();
  }
}
