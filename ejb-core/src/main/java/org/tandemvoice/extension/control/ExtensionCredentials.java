package org.tandemvoice.extension.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.tandemvoice.customer.entity.CustomerId;
import org.tandemvoice.extension.entity.Extension;
import org.tandemvoice.secret.control.SecretCipher;

/** Gives the SIP edge the passwords of extensions. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class ExtensionCredentials {

  private Extensions extensions;
  private SecretCipher cipher;

  protected ExtensionCredentials() {}

  @Inject
  public ExtensionCredentials(Extensions extensions, SecretCipher cipher) {
    this.extensions = extensions;
    this.cipher = cipher;
  }

  public Optional<ExtensionCredential> find(CustomerId customer, String extension) {
    return extensions.findByValue(customer, extension).map(this::credential);
  }

  /**
   * For phones that register at the server's address without naming the customer; empty unless one
   * customer fits.
   */
  public Optional<ExtensionCredential> findUnique(String extension) {
    return extensions.findUnique(extension).map(this::credential);
  }

  private ExtensionCredential credential(Extension extension) {
    return new ExtensionCredential(
        extension.uuid(),
        extension.customerId(),
        extension.value(),
        extension.name(),
        cipher.open(extension.uuid(), extension.sealedPassword()));
  }
}
