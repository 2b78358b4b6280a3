package org.tandemvoice.trunk.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.secret.control.SecretCipher;
import org.tandemvoice.trunk.entity.Trunk;

/** Gives the SIP edge what trunks prove themselves with. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class TrunkCredentials {

  private Trunks trunks;
  private SecretCipher cipher;

  protected TrunkCredentials() {}

  @Inject
  public TrunkCredentials(Trunks trunks, SecretCipher cipher) {
    this.trunks = trunks;
    this.cipher = cipher;
  }

  /**
   * @param domainName the label before {@code .trunk.<base domain>}
   */
  public Optional<TrunkCredential> find(String domainName) {
    return trunks.findByDomainName(domainName).map(this::credential);
  }

  private TrunkCredential credential(Trunk trunk) {
    String sealed = trunk.profile().sealedPassword();
    return new TrunkCredential(
        trunk.uuid(),
        trunk.customerId(),
        trunk.profile(),
        sealed.isEmpty() ? "" : cipher.open(trunk.uuid(), sealed));
  }
}
