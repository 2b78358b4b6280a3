package org.tandemvoice.sip.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengesTest {

  @ParameterizedTest
  @ValueSource(strings = {"baresip v1.0.0 (x86_64/linux)", "Baresip v0.6.5"})
  void offerMd5AloneToPhonesThatStumbleOverMore(String userAgent) {
    assertThat(Challenges.algorithmsFor(userAgent)).containsExactly(DigestAlgorithm.MD5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Linphone/5.1", "baresip v3.1.0", "not baresip v1.0"})
  void offerTheStrongestFirstToTheOthers(String userAgent) {
    assertThat(Challenges.algorithmsFor(userAgent))
        .containsExactly(DigestAlgorithm.SHA_256, DigestAlgorithm.MD5);
  }
}
