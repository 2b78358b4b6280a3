package org.tandemvoice.sip.status;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;

/** A final response other than 2xx, with the headers the RFC wants in it. */
public record Refusal(int status, List<Header> headers) {

  /** One header line. */
  public record Header(String name, String value) {}

  public Refusal {
    headers = List.copyOf(headers);
  }

  public static Refusal of(int status) {
    return new Refusal(status, List.of());
  }

  public Refusal with(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Refusal(status, more);
  }

  /** A reason for people (RFC 3261 section 20.43). What cannot stand in a header is left out. */
  public Refusal because(String reason) {
    String text = reason.replace('"', '\'').replaceAll("[^ -~]|\\\\", "");
    return with("Warning", "399 tandem \"" + text + "\"");
  }

  /** Answers the request with it. */
  public void send(SipServletRequest request) throws IOException {
    SipServletResponse response = request.createResponse(status);
    headers.forEach(header -> response.addHeader(header.name(), header.value()));
    response.send();
  }
}
