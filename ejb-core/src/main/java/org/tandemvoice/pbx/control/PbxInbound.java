package org.tandemvoice.pbx.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.pbx.entity.PbxRegistration;

/** Says whom a call is for that comes from a telephone system an agent is registered at. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PbxInbound {

  @Inject private PbxRecords records;

  /**
   * @param token the user part of the address that was called
   */
  public Optional<PbxCallee> find(String token) {
    return records.findByToken(token).map(PbxInbound::callee);
  }

  private static PbxCallee callee(PbxRegistration registration) {
    return new PbxCallee(registration.customerId(), registration.agentId());
  }
}
