package org.tandemvoice.address.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.address.entity.Address;

class E164Test {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+16062067563",
        "+442071234567",
        "+15551234567",
        "+15559876543",
        "+821012345678",
        "+972595897084",
        "+899001234567"
      })
  void takesTheNumbersOfTheSeeds(String number) {
    assertThat(E164.matches(number)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "15551234567",
        "010-1234-5678",
        "+1 555 123 4567",
        "+1-555-123-4567",
        "+1555123456",
        "+155512345678",
        "+0123456789",
        "+999123456789",
        "+1555123456x",
        "+440207123456789"
      })
  void refusesEverythingElse(String number) {
    assertThat(E164.matches(number)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "+15551234567, tel, +15551234567",
    "1002, extension, 1002",
    "extension:1002, extension, 1002",
    "tel:+15551234567, tel, +15551234567",
    "sip:bob@example.com, sip, bob@example.com",
    "agent:6f1e6f6e-0000-4000-8000-000000000001, agent, 6f1e6f6e-0000-4000-8000-000000000001",
    "conference:x, conference, x",
    "fax:1, extension, fax:1",
  })
  void readsWhatAPhoneDials(String dialled, String type, String target) {
    assertThat(DialledAddress.of(dialled)).isEqualTo(Address.of(type, target));
  }
}
