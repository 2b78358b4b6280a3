package org.tandemvoice.call.control;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What a provider wants of a call that goes its way.
 *
 * @param order several ways are tried one after another, the lowest first, until one answers or
 *     says that the called party does not
 * @param headers added to the INVITE
 * @param codecs the only ones to offer, the preferred first; none for all
 * @param username answers its digest challenge; empty if it asks for none
 * @param password belongs to it, and is opened when it is asked for
 * @param assertedNumber who calls, in E.164 form (RFC 3325); empty if unknown
 * @param from the URI of From; empty for that of the source
 */
public record RouteTerms(
    int order,
    Map<String, String> headers,
    List<String> codecs,
    String username,
    Supplier<String> password,
    String assertedNumber,
    String from) {

  /** A place that asks for nothing and is rung with all others of its kind. */
  public static final RouteTerms NONE =
      new RouteTerms(0, Map.of(), List.of(), "", () -> "", "", "");

  /** A place that asks for nothing and is tried when those before it have failed. */
  public static final RouteTerms LAST =
      new RouteTerms(1, Map.of(), List.of(), "", () -> "", "", "");

  public RouteTerms {
    headers = Map.copyOf(headers);
    codecs = List.copyOf(codecs);
  }

  /** A place that asks for nothing but to be told the number of who calls. */
  public static RouteTerms asserting(String number) {
    return new RouteTerms(0, Map.of(), List.of(), "", () -> "", number, "");
  }

  @Override
  public String toString() {
    return "RouteTerms[order=" + order + ", codecs=" + codecs + ", username=" + username + "]";
  }
}
