package org.tandemvoice.timeline.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SipSecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "INVITE sip:b@x SIP/2.0\r\nAuthorization: Digest username=\"a\", response=\"5ec2e7\", nc=1\r\nTo: b\r\n\r\n",
        "INVITE sip:b@x SIP/2.0\r\nproxy-authorization : Digest username=\"a\",\r\n response=5ec2e7\r\nTo: b\r\n\r\n",
        "INVITE sip:b@x SIP/2.0\r\nAuthorization: Basic 5ec2e7\r\nTo: b\r\n\r\n",
        "INVITE sip:b@x SIP/2.0\nTo: b\nAuthorization: Digest response=\"5ec2e7\"",
        "INVITE sip:b@x SIP/2.0\r\nTo: b\r\n\r\nv=0\r\na=crypto:1 AES_CM_128_HMAC_SHA1_80 inline:5ec2e7|2^20\r\n"
      })
  void takesOutProofsAndMediaKeysAndNothingElse(String message) {
    String redacted = SipSecrets.redact(message);

    assertThat(redacted).doesNotContain("5ec2e7").contains("***").contains("To: b");
    assertThat(redacted.contains("Digest")).isEqualTo(message.contains("Digest"));
    assertThat(redacted.lines().count()).isEqualTo(message.lines().count());
  }

  @Test
  void leavesAMessageWithoutSecretsAsItIs() {
    String bye = "BYE sip:b@x SIP/2.0\r\nWWW-Authenticate: Digest nonce=\"n\"\r\n\r\nresponse=1";

    assertThat(SipSecrets.redact(bye)).isEqualTo(bye);
  }
}
