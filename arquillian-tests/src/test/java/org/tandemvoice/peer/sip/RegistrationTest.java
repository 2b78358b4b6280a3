package org.tandemvoice.peer.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistrationTest {

  private static final Account ANNA = new Account("anna", "secret", "test.example");

  @ParameterizedTest
  @ValueSource(strings = {"MD5", "SHA-256"})
  void answersTheChallengeAndReusesTheNonce(String algorithm) {
    try (FakeRegistrar registrar = new FakeRegistrar(algorithm, "secret");
        SoftPhone phone = SoftPhone.udp(registrar.address(), ANNA)) {
      phone.register();
      phone.register();

      assertThat(phone.registration().query())
          .singleElement()
          .satisfies(contact -> assertThat(contact.uri()).isEqualTo(phone.contactUri()));
      assertThat(phone.trace().entries())
          .filteredOn(entry -> entry.text().startsWith("SIP/2.0 401"))
          .hasSize(1);
    }
  }

  @Test
  void takesANewNonceWhenTheOldOneIsStale() {
    try (FakeRegistrar registrar = new FakeRegistrar("MD5", "secret");
        SoftPhone phone = SoftPhone.udp(registrar.address(), ANNA)) {
      phone.register();

      registrar.expireNonces();

      phone.register();
    }
  }

  @Test
  void isRefusedWithTheWrongPassword() {
    try (FakeRegistrar registrar = new FakeRegistrar("MD5", "other");
        SoftPhone phone = SoftPhone.udp(registrar.address(), ANNA)) {
      SipResponse answer = phone.registration().register(Duration.ofMinutes(1));

      assertThat(answer.status()).isEqualTo(403);
    }
  }

  @Test
  void computesTheExampleOfRfc7616() {
    DigestChallenge challenge =
        DigestChallenge.parse("Digest realm=\"r@h\", nonce=\"n\", algorithm=MD5");

    String answer = new DigestClient("u", "p").answer(challenge, "GET", "/");

    String ha1 = DigestClient.hex("MD5", "u:r@h:p");
    String ha2 = DigestClient.hex("MD5", "GET:/");
    assertThat(answer).contains("response=\"" + DigestClient.hex("MD5", ha1 + ":n:" + ha2) + '"');
  }
}
