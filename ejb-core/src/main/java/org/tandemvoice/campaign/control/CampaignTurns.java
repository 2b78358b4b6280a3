package org.tandemvoice.campaign.control;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.UUID;

/** Moves a campaign on, one step a transaction, as long as there is something to do. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CampaignTurns {

  private static final Logger LOG = System.getLogger(CampaignTurns.class.getName());

  /** So that a campaign does not keep a thread from others; the rest follows in a second. */
  private static final int MOST = 50;

  @Inject private CampaignPacing pacing;

  /** Ids of campaigns that have something to do. */
  public List<UUID> active() {
    return pacing.active();
  }

  /** Ends what a crash has left of the campaign's tries. */
  public void settle(UUID campaign) {
    pacing.left(campaign).forEach(pacing::settle);
  }

  public void turn(UUID campaign) {
    for (int i = 0; i < MOST; i++) {
      DialOutcome outcome = pacing.step(campaign);
      if (outcome instanceof DialOutcome.Refused refused) {
        LOG.log(
            Level.INFO,
            "campaign={0} target={1} refused: {2}",
            refused.campaign(),
            refused.target(),
            refused.code());
        pacing.refuse(refused);
      } else if (outcome instanceof DialOutcome.Nothing) {
        return;
      }
    }
  }
}
