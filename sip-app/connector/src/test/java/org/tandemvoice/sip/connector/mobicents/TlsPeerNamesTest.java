package org.tandemvoice.sip.connector.mobicents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TlsPeerNamesTest {

  @ParameterizedTest
  @CsvSource({
    "pbx.example,pbx.example,true",
    "PBX.example,pbx.EXAMPLE,true",
    "127.0.0.1,127.0.0.1,true",
    "*.sip.example,acme.sip.example,true",
    "*.sip.example,sip.example,false",
    "*.sip.example,a.b.sip.example,false",
    "*.example,example,false",
    "pbx.example,xpbx.example,false",
    "example,pbx.example,false"
  })
  void aNameIsForItsHostAndAWildcardForOneLabel(String name, String host, boolean matches) {
    assertThat(TlsPeerNames.matches(name, host)).isEqualTo(matches);
  }
}
