package org.tandemvoice.auth.control;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tandemvoice.agent.control.AgentDocument;
import org.tandemvoice.agent.entity.Agent;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.json.control.JsonFields;
import org.tandemvoice.secret.control.PlatformKeys;
import org.tandemvoice.secret.entity.Fingerprint;

/**
 * Login tokens: JWT signed by HMAC-SHA-256 (RFC 7519, RFC 7518 section 3.2), with the claims {@code
 * type}, {@code agent} and {@code expire} that clients of the platform know (contract section 2).
 */
@ApplicationScoped
public class LoginTokens {

  public static final Duration LIFE = Duration.ofDays(7);

  private static final String TYPE = "agent";
  private static final String PASSWORD_MARK = "mark";
  private static final int MARK_LENGTH = 16;

  private byte[] key = {};
  private AgentDocument document;
  private Clock clock;

  protected LoginTokens() {}

  @Inject
  public LoginTokens(PlatformKeys keys, AgentDocument document, Clock clock) {
    this.key = keys.signing();
    this.document = document;
    this.clock = clock;
  }

  public String issue(Agent agent) {
    Instant now = clock.instant();
    Instant expire = now.plus(LIFE);
    var claims =
        new JWTClaimsSet.Builder()
            .subject(agent.uuid().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(expire))
            .claim("type", TYPE)
            .claim("agent", members(agent))
            .claim("expire", expire.truncatedTo(ChronoUnit.SECONDS).toString())
            .claim(PASSWORD_MARK, passwordMark(agent))
            .build();
    return sign(claims);
  }

  /** A token of another type, with what it says under the name of its type. */
  String issue(String type, Map<String, Object> said, Instant now, Instant expire) {
    return sign(
        new JWTClaimsSet.Builder()
            .issueTime(Date.from(now))
            .expirationTime(Date.from(expire))
            .claim("type", type)
            .claim(type, said)
            .claim("expire", expire.toString())
            .build());
  }

  private String sign(JWTClaimsSet claims) {
    var token = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
    try {
      token.sign(new MACSigner(key));
    } catch (JOSEException badKey) {
      throw new IllegalStateException("cannot sign login tokens", badKey);
    }
    return token.serialize();
  }

  private Map<String, Object> members(Agent agent) {
    try {
      return JSONObjectUtils.parse(document.claims(agent).toString());
    } catch (ParseException neverOurs) {
      throw new IllegalStateException(neverOurs);
    }
  }

  /** Empty if it is not ours, was changed, or is too old. */
  public Optional<TokenClaims> verify(String token) {
    return open(token).flatMap(this::agent);
  }

  /**
   * What a token of that type says under its name; empty if it is of another, is not ours, was
   * changed, or is too old.
   */
  Optional<Map<String, Object>> open(String token, String type) {
    return open(token).flatMap(claims -> said(claims, type));
  }

  private static Optional<Map<String, Object>> said(JWTClaimsSet claims, String type) {
    try {
      return type.equals(claims.getStringClaim("type"))
          ? Optional.ofNullable(claims.getJSONObjectClaim(type))
          : Optional.empty();
    } catch (ParseException notOurs) {
      return Optional.empty();
    }
  }

  private Optional<JWTClaimsSet> open(String token) {
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      JWSVerifier verifier = new MACVerifier(key);
      // RFC 8725 section 3.1: the algorithm is ours to choose, not the token's.
      if (!JWSAlgorithm.HS256.equals(jwt.getHeader().getAlgorithm()) || !jwt.verify(verifier)) {
        return Optional.empty();
      }
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      Date expire = claims.getExpirationTime();
      boolean isInTime = expire != null && clock.instant().isBefore(expire.toInstant());
      return isInTime ? Optional.of(claims) : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException notAToken) {
      return Optional.empty();
    }
  }

  private Optional<TokenClaims> agent(JWTClaimsSet claims) {
    try {
      Map<String, Object> agent = claims.getJSONObjectClaim("agent");
      return agent != null && TYPE.equals(claims.getStringClaim("type"))
          ? agent(agent, claims)
          : Optional.empty();
    } catch (ParseException notOurs) {
      return Optional.empty();
    }
  }

  private static Optional<TokenClaims> agent(Map<String, Object> agent, JWTClaimsSet claims)
      throws ParseException {
    String mark = claims.getStringClaim(PASSWORD_MARK);
    return uuid(agent.get("customer_id"))
        .flatMap(
            customer ->
                uuid(agent.get("id"))
                    .map(
                        id ->
                            new TokenClaims(
                                new CustomerId(customer), id, mark == null ? "" : mark)));
  }

  private static Optional<UUID> uuid(Object claim) {
    return claim instanceof String text ? JsonFields.uuidOf(text) : Optional.empty();
  }

  /** Changes with the password, and tells nothing of it. */
  static String passwordMark(Agent agent) {
    return Fingerprint.of(agent.passwordHash()).substring(0, MARK_LENGTH);
  }
}
