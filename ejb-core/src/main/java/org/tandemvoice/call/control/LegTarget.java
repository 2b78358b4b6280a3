package org.tandemvoice.call.control;

import java.util.List;

/**
 * One place to send an INVITE to.
 *
 * @param uri the Request-URI: the contact as registered, or the URI as dialled
 * @param flow where to really send it if not to the URI's host: the source address of the
 *     registration as a SIP URI with its transport ({@code sip:192.0.2.7:49152;transport=tcp}, RFC
 *     3261 section 18.2.2 and RFC 3581); empty if the URI is to be resolved as usual
 * @param path Path values of the registration, outermost first (RFC 3327)
 * @param terms what the provider at that place wants
 * @param inside whether that place is this server itself: the INVITE comes in again, as a call from
 *     inside
 */
public record LegTarget(
    String uri, String flow, List<String> path, RouteTerms terms, boolean inside) {

  public LegTarget {
    path = List.copyOf(path);
  }

  /** A place of a provider. */
  public LegTarget(String uri, String flow, List<String> path, RouteTerms terms) {
    this(uri, flow, path, terms, false);
  }

  /** What anybody reaches by this user of the platform, reached without leaving it. */
  public static LegTarget inside(String uri, RouteTerms terms) {
    return new LegTarget(uri, "", List.of(), terms, true);
  }

  /** A place without a provider. */
  public LegTarget(String uri, String flow, List<String> path) {
    this(uri, flow, path, RouteTerms.NONE);
  }

  public static LegTarget of(String uri) {
    return new LegTarget(uri, "", List.of());
  }
}
