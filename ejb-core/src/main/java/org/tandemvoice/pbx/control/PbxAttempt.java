package org.tandemvoice.pbx.control;

import java.util.UUID;
import org.tandemvoice.pbx.entity.PbxAccount;

/**
 * What a telephone system is to be asked for now.
 *
 * @param id of the registration
 * @param revision to be given back with what comes of it
 * @param token the user part of the address that the telephone system is to call
 * @param seconds how long it is to be valid; 0 ends it
 */
public record PbxAttempt(
    UUID id, int revision, PbxAccount account, String password, String token, int seconds) {

  @Override
  public String toString() {
    return "registration " + id + " of " + account.addressOfRecord();
  }
}
