package org.tandemvoice.sip.container;

import java.util.List;

/**
 * A final response that needs no transaction.
 *
 * @param status 300 to 699
 * @param headers beyond those that every response copies from its request, in their order
 */
public record SipAnswer(int status, List<Header> headers) {

  /** One header line. */
  public record Header(String name, String value) {}

  public SipAnswer {
    headers = List.copyOf(headers);
  }
}
