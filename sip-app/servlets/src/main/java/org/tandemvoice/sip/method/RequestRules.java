package org.tandemvoice.sip.method;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.sip.status.Refusal;

/** The inspection of a request before it is processed (RFC 3261 section 8.2). */
public final class RequestRules {

  /** Only registrars have use for it (RFC 3327). */
  public static final String PATH = "path";

  /** Session timers (RFC 4028). */
  public static final String TIMER = "timer";

  /** Reliable provisional responses (RFC 3262). */
  public static final String RELIABLE = "100rel";

  /** A new call may take the place of another one (RFC 3891). */
  public static final String REPLACES = "replaces";

  private static final Map<String, Set<String>> KNOWN =
      Map.of(
          "REGISTER", Set.of(PATH),
          "INVITE", Set.of(TIMER, RELIABLE, REPLACES),
          "UPDATE", Set.of(TIMER));

  private static final String SDP = "application/sdp";

  private RequestRules() {}

  /** Extensions that are required but not known here get a 420 (section 8.2.2.3). */
  public static Optional<Refusal> extensions(SipServletRequest request) {
    Set<String> known = KNOWN.getOrDefault(request.getMethod(), Set.of());
    List<String> unknown =
        tokens(request, "Require").filter(option -> !known.contains(option)).toList();
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Refusal.of(SipServletResponse.SC_BAD_EXTENSION)
                .with("Unsupported", String.join(", ", unknown)));
  }

  /** A request that may not be passed on any further gets a 483 (section 16.3 step 3). */
  public static Optional<Refusal> hops(SipServletRequest request) {
    String hops = request.getHeader("Max-Forwards");
    return "0".equals(hops)
        ? Optional.of(Refusal.of(SipServletResponse.SC_TOO_MANY_HOPS))
        : Optional.empty();
  }

  /** A Request-URI that is neither SIP nor telephone number gets a 416 (section 8.2.2.1). */
  public static Optional<Refusal> scheme(SipServletRequest request) {
    String scheme = request.getRequestURI().getScheme().toLowerCase(Locale.ROOT);
    return Set.of("sip", "sips", "tel").contains(scheme)
        ? Optional.empty()
        : Optional.of(Refusal.of(SipServletResponse.SC_UNSUPPORTED_URI_SCHEME));
  }

  /**
   * A body that is not SDP gets a 415 (section 8.2.3), unless it is no part of the session and may
   * be ignored (section 20.11).
   */
  public static Optional<Refusal> body(SipServletRequest request) {
    if (request.getContentLength() <= 0 || mayBeIgnored(request)) {
      return Optional.empty();
    }
    if (tokens(request, "Content-Encoding").anyMatch(encoding -> !encoding.equals("identity"))) {
      return Optional.of(unsupportedMedia().with("Accept-Encoding", "identity"));
    }
    String type = request.getContentType();
    boolean isSdp = type != null && type.split(";")[0].strip().equalsIgnoreCase(SDP);
    return isSdp ? Optional.empty() : Optional.of(unsupportedMedia().with("Accept", SDP));
  }

  private static Refusal unsupportedMedia() {
    return Refusal.of(SipServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
  }

  private static boolean mayBeIgnored(SipServletRequest request) {
    String disposition = request.getHeader("Content-Disposition");
    String folded = disposition == null ? "" : disposition.toLowerCase(Locale.ROOT);
    return folded.replace(" ", "").contains("handling=optional") && !folded.startsWith("session");
  }

  /** The SDP of a message; empty if it carries none. */
  public static String sdp(SipServletMessage message) {
    String type = message.getContentType();
    if (type == null || !type.split(";")[0].strip().equalsIgnoreCase(SDP)) {
      return "";
    }
    try {
      byte[] body = message.getRawContent();
      return body == null ? "" : new String(body, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      return "";
    }
  }

  /** Whether a header that lists tokens contains this one. */
  public static boolean lists(SipServletMessage message, String header, String token) {
    return tokens(message, header).anyMatch(token::equals);
  }

  private static Stream<String> tokens(SipServletMessage message, String header) {
    Stream.Builder<String> values = Stream.builder();
    for (Iterator<String> it = message.getHeaders(header); it.hasNext(); ) {
      values.add(it.next());
    }
    return values
        .build()
        .flatMap(value -> Arrays.stream(value.split(",")))
        .map(token -> token.strip().toLowerCase(Locale.ROOT))
        .filter(token -> !token.isEmpty());
  }
}
