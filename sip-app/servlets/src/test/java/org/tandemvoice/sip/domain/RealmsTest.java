package org.tandemvoice.sip.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.extension.control.SipDomains;

class RealmsTest {

  private static final String CUSTOMER = "5c2b1d2e-6f3a-4b1c-9d8e-0a1b2c3d4e5f";

  private final Realms realms =
      new Realms(
          new SipDomains(List.of("voipbin.net", "localhost")), Optional.of("sip.example.org"));

  @ParameterizedTest
  @ValueSource(strings = {".registrar.voipbin.net", ".REGISTRAR.localhost"})
  void everyBaseDomainNamesItsCustomer(String suffix) {
    assertThat(realms.of(CUSTOMER + suffix))
        .isEqualTo(
            new SipDomain.OfCustomer(CUSTOMER + suffix.toLowerCase(), CustomerId.of(CUSTOMER)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "localhost", "SIP.example.org", "2001:db8::1", "[::1]"})
  void addressesOfTheServerAreItsOwn(String host) {
    assertThat(realms.of(host)).isInstanceOf(SipDomain.OfServer.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"example.com", "conference.voipbin.net", "x.registrar.voipbin.net", "", "1.2.3"})
  void everythingElseIsForeign(String host) {
    assertThat(realms.of(host)).isEqualTo(new SipDomain.Foreign(host));
  }

  @ParameterizedTest
  @ValueSource(strings = {"voipbin.net", "sip.voipbin.net", "pstn.voipbin.net"})
  void publicDomainsAreEverybodys(String host) {
    assertThat(realms.of(host)).isEqualTo(new SipDomain.OfEverybody(host));
  }

  @Test
  void trunkIsKnownByItsDomain() {
    assertThat(realms.of("pbx-1.trunk.voipbin.net"))
        .isEqualTo(new SipDomain.OfTrunk("pbx-1.trunk.voipbin.net", "pbx-1"));
  }

  @Test
  void withoutAPublicAddressNoNameIsTheServers() {
    Realms without = new Realms(new SipDomains(List.of("localhost")), Optional.empty());

    assertThat(without.of("")).isInstanceOf(SipDomain.Foreign.class);
    assertThat(without.of("sip.example.org")).isInstanceOf(SipDomain.Foreign.class);
  }
}
