package org.tandemvoice.auth.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tandemvoice.agent.control.AgentDocument;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.customer.entity.Permission;
import org.tandemvoice.secret.control.PlatformKeys;
import org.tandemvoice.storage.control.DataDirectory;
import org.tandemvoice.time.control.Timestamps;

class LoginTokensTest {

  private static final Instant NOW = Instant.parse("2026-11-21T04:00:00Z");
  private static final CustomerId CUSTOMER = new CustomerId(new UUID(3, 4));

  @TempDir private Path folder;

  private PlatformKeys keys;
  private LoginTokens tokens;
  private Agent agent;

  @BeforeEach
  void signIn() {
    keys = new PlatformKeys(new DataDirectory(folder), Optional.empty(), Optional.empty());
    tokens = tokensAt(NOW);
    agent = new Agent(new UUID(1, 2), CUSTOMER, "test2", "hash", Permission.ALL, NOW);
  }

  @Test
  void readsWhatItIssued() {
    String token = tokens.issue(agent);

    assertThat(tokens.verify(token))
        .hasValue(new TokenClaims(CUSTOMER, agent.uuid(), LoginTokens.passwordMark(agent)));
  }

  @Test
  void carriesTheClaimsOfTheContract() throws ParseException {
    JWTClaimsSet claims = SignedJWT.parse(tokens.issue(agent)).getJWTClaimsSet();

    assertThat(claims.getStringClaim("type")).isEqualTo("agent");
    assertThat(claims.getStringClaim("expire")).isEqualTo("2026-11-28T04:00:00Z");
    assertThat(claims.getJSONObjectClaim("agent"))
        .containsEntry("username", "test2")
        .doesNotContainKey("password_hash");
  }

  @Test
  void refusesATokenOlderThanAWeek() {
    String token = tokens.issue(agent);

    assertThat(tokensAt(NOW.plus(Duration.ofDays(7)).minusSeconds(1)).verify(token)).isPresent();
    assertThat(tokensAt(NOW.plus(Duration.ofDays(7))).verify(token)).isEmpty();
  }

  @Test
  void refusesOtherSignaturesAndNone() throws JOSEException, ParseException {
    JWTClaimsSet claims = SignedJWT.parse(tokens.issue(agent)).getJWTClaimsSet();
    var forged = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    forged.sign(new MACSigner(new byte[32]));
    var stronger = new SignedJWT(new JWSHeader(JWSAlgorithm.HS512), claims);
    stronger.sign(new MACSigner(new byte[64]));

    assertThat(tokens.verify(forged.serialize())).isEmpty();
    assertThat(tokens.verify(stronger.serialize())).isEmpty();
    assertThat(tokens.verify(new PlainJWT(claims).serialize())).isEmpty();
    assertThat(tokens.verify("no token")).isEmpty();
    assertThat(tokens.verify("")).isEmpty();
  }

  @Test
  void refusesATokenOfOursWithoutAnAgent() throws JOSEException {
    var claims =
        new JWTClaimsSet.Builder()
            .expirationTime(java.util.Date.from(NOW.plusSeconds(60)))
            .claim("type", "direct")
            .build();
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    token.sign(new MACSigner(keys.signing()));

    assertThat(tokens.verify(token.serialize())).isEmpty();
  }

  @Test
  void marksThePasswordOfTheLogin() {
    String before = LoginTokens.passwordMark(agent);

    agent.changePassword("other hash", NOW);

    assertThat(LoginTokens.passwordMark(agent)).isNotEqualTo(before);
  }

  private LoginTokens tokensAt(Instant time) {
    var document = new AgentDocument(new Timestamps("iso"));
    return new LoginTokens(keys, document, Clock.fixed(time, ZoneOffset.UTC));
  }
}
