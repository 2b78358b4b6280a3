package org.tandemvoice.sip.b2bua;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipServletResponse;
import org.tandemvoice.pbx.control.PbxCallee;
import org.tandemvoice.pbx.control.PbxInbound;
import org.tandemvoice.sip.status.Refusal;
import org.tandemvoice.sip.status.RefusedException;

/**
 * Lets in the calls of telephone systems at which agents are registered (seed 004). Such a system
 * calls the address that was registered, which nobody else can know.
 */
@ApplicationScoped
public class PbxEntrance {

  private static final String MARK = "pbx.";

  @Inject private PbxInbound agents;

  /**
   * @param dialled the user part of the Request-URI, decoded
   * @return empty if the INVITE is to no such address
   * @throws RefusedException if it is to one that does not exist
   */
  Optional<Entrant> admit(SipServletRequest invite, String dialled) {
    if (!dialled.startsWith(MARK)) {
      return Optional.empty();
    }
    PbxCallee callee =
        agents
            .find(dialled)
            .orElseThrow(() -> new RefusedException(Refusal.of(SipServletResponse.SC_NOT_FOUND)));
    String source = Optional.ofNullable(invite.getInitialRemoteAddr()).orElse("");
    return Optional.of(
        Entrant.outside(callee.customer(), CallerNumber.asserted(invite), source)
            .reaching("agent:" + callee.agent()));
  }
}
