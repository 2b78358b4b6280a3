package org.tandemvoice.sip.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChallengesTest {

  private static final List<DigestAlgorithm> OFFERED =
      List.of(DigestAlgorithm.SHA_256, DigestAlgorithm.MD5);

  @ParameterizedTest
  @ValueSource(strings = {"baresip v1.0.0 (x86_64/linux)", "Baresip v0.6.5"})
  void offerMd5AloneToPhonesThatStumbleOverMore(String userAgent) {
    assertThat(Challenges.algorithmsFor(userAgent, OFFERED)).containsExactly(DigestAlgorithm.MD5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Linphone/5.1", "baresip v3.1.0", "not baresip v1.0"})
  void offerTheStrongestFirstToTheOthers(String userAgent) {
    assertThat(Challenges.algorithmsFor(userAgent, OFFERED))
        .containsExactly(DigestAlgorithm.SHA_256, DigestAlgorithm.MD5);
  }
}
