package org.tandemvoice.trunk.control;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.tandemvoice.call.entity.CallId;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;
import org.tandemvoice.trunk.entity.Trunk;

/** Counts the calls of each trunk, on all nodes, and lets no more in than it may have. */
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class TrunkLimit {

  @Inject private Trunks trunks;

  /**
   * Counts a call that comes by the trunk, in the transaction that begins it.
   *
   * @throws PlatformException {@code RESOURCE_LIMIT_EXCEEDED} if the trunk is full
   */
  @TransactionAttribute(TransactionAttributeType.MANDATORY)
  public void enter(UUID trunkId, CallId call) {
    Trunk trunk =
        trunks
            .lock(trunkId)
            .orElseThrow(
                () ->
                    new PlatformException(
                        ErrorCode.TRUNK_NOT_FOUND, "there is no trunk " + trunkId));
    int most = trunk.profile().maxCalls();
    if (most == 0) {
      return;
    }
    if (trunks.calls(trunkId) >= most) {
      throw new PlatformException(
          ErrorCode.RESOURCE_LIMIT_EXCEEDED,
          "trunk " + trunk.domainName() + " has its " + most + " calls already");
    }
    trunks.begin(call, trunkId);
  }

  /** Nothing depends on it: calls that are over do not count. */
  @Schedule(hour = "*", minute = "*/10", persistent = false)
  public void forgetEnded() {
    trunks.forgetEnded();
  }
}
