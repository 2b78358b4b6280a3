package org.tandemvoice.sip.status;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.sip.container.SipAnswer;

/** A final response other than 2xx, with the headers the RFC wants in it. */
public record Refusal(int status, List<SipAnswer.Header> headers) {

  public Refusal {
    headers = List.copyOf(headers);
  }

  public static Refusal of(int status) {
    return new Refusal(status, List.of());
  }

  public Refusal with(String name, String value) {
    List<SipAnswer.Header> more = new ArrayList<>(headers);
    more.add(new SipAnswer.Header(name, value));
    return new Refusal(status, more);
  }

  /** A reason for people (RFC 3261 section 20.43). What cannot stand in a header is left out. */
  public Refusal because(String reason) {
    String text = reason.replace('"', '\'').replaceAll("[^ -~]|\\\\", "");
    return with("Warning", "399 tandem \"" + text + "\"");
  }

  /** The same for a request of which nothing is kept. */
  public SipAnswer answer() {
    return new SipAnswer(status, headers);
  }

  /** Answers the request with it. */
  public void send(SipServletRequest request) throws IOException {
    SipServletResponse response = request.createResponse(status);
    headers.forEach(header -> response.addHeader(header.name(), header.value()));
    response.send();
  }
}
