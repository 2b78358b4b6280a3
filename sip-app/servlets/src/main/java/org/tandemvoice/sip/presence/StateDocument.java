package org.tandemvoice.sip.presence;

import java.util.Locale;
import java.util.Optional;
import org.tandemvoice.agent.entity.AgentStatus;
import org.tandemvoice.presence.control.PartyCall;
import org.tandemvoice.presence.control.PartyState;

/** The state of a party as XML: dialog-info (RFC 4235 section 4) or PIDF (RFC 3863). */
final class StateDocument {

  private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n";

  private StateDocument() {}

  /**
   * @param entity the URI of the party
   * @param version one more than that of the document before
   */
  static String of(EventPackage event, String entity, int version, PartyState state) {
    return switch (event) {
      case DIALOG -> dialogs(entity, version, state);
      case PRESENCE -> presence(entity, state);
    };
  }

  private static String dialogs(String entity, int version, PartyState state) {
    StringBuilder xml = new StringBuilder(HEAD);
    xml.append("<dialog-info xmlns=\"urn:ietf:params:xml:ns:dialog-info\" version=\"")
        .append(version)
        .append("\" state=\"full\" entity=\"")
        .append(escaped(entity))
        .append("\">\r\n");
    for (PartyCall call : state.calls()) {
      xml.append("  <dialog id=\"")
          .append(call.id())
          .append("\" direction=\"")
          .append(call.isInitiator() ? "initiator" : "recipient")
          .append("\">\r\n    <state>")
          .append(call.stage().name().toLowerCase(Locale.ROOT))
          .append("</state>\r\n  </dialog>\r\n");
    }
    return xml.append("</dialog-info>\r\n").toString();
  }

  private static String presence(String entity, PartyState state) {
    boolean open =
        state
            .status()
            .map(status -> status != AgentStatus.OFFLINE && status != AgentStatus.AWAY)
            .orElse(state.isReachable());
    return HEAD
        + "<presence xmlns=\"urn:ietf:params:xml:ns:pidf\""
        + " xmlns:dm=\"urn:ietf:params:xml:ns:pidf:data-model\""
        + " xmlns:rpid=\"urn:ietf:params:xml:ns:pidf:rpid\" entity=\""
        + escaped(entity)
        + "\">\r\n"
        + activity(state)
            .map(
                what ->
                    "  <dm:person id=\"p\"><rpid:activities><rpid:"
                        + what
                        + "/></rpid:activities></dm:person>\r\n")
            .orElse("")
        + "  <tuple id=\"t\">\r\n    <status><basic>"
        + (open ? "open" : "closed")
        + "</basic></status>\r\n"
        + state.status().map(status -> "    <note>" + status.text() + "</note>\r\n").orElse("")
        + "  </tuple>\r\n</presence>\r\n";
  }

  /** RFC 4480 section 3.2. */
  private static Optional<String> activity(PartyState state) {
    if (state.isTalking()) {
      return Optional.of("on-the-phone");
    }
    return state
        .status()
        .flatMap(
            status ->
                switch (status) {
                  case BUSY, RINGING -> Optional.of("busy");
                  case AWAY -> Optional.of("away");
                  case AVAILABLE, OFFLINE -> Optional.empty();
                });
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
