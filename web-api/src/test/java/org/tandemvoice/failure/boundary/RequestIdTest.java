package org.tandemvoice.failure.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

  private final SecureRandom random = new SecureRandom();

  @Test
  void keepsAnAcceptableOneOfTheClient() {
    String longest = "aZ09_-".repeat(10) + "abcd";

    assertThat(RequestId.of(longest, random).text()).isEqualTo(longest);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "a b", "ä", "a\r\nSet-Cookie: x=y", "a<b>"})
  void makesOneInPlaceOfWhatCannotBeEchoed(String sent) {
    assertThat(RequestId.of(sent, random).text()).matches("req_[A-Z2-7]{26}");
  }

  @Test
  void makesOneInPlaceOfWhatIsTooLong() {
    assertThat(RequestId.of("a".repeat(65), random).text()).startsWith("req_");
  }

  @Test
  void makesEveryOneAnother() {
    assertThat(RequestId.of("", random)).isNotEqualTo(RequestId.of("", random));
  }
}
