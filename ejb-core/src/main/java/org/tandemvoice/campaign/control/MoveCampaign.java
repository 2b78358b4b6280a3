package org.tandemvoice.campaign.control;

import java.util.UUID;
import org.tandemvoice.call.control.LegCommand;
import org.tandemvoice.call.control.Switchboard;
import org.tandemvoice.call.entity.CallId;

/** Has a campaign look whom to call next, after the commit and in a lane of the campaign's own. */
final class MoveCampaign implements LegCommand {

  private final UUID campaign;
  private final CampaignDialler dialler;

  MoveCampaign(UUID campaign, CampaignDialler dialler) {
    this.campaign = campaign;
    this.dialler = dialler;
  }

  @Override
  public CallId call() {
    return new CallId(campaign);
  }

  @Override
  public boolean isOfCall() {
    return false;
  }

  @Override
  public CallId lane() {
    return new CallId(campaign);
  }

  @Override
  public void run(Switchboard switchboard) {
    dialler.wanted(campaign);
  }

  @Override
  public String toString() {
    return "next step of campaign " + campaign;
  }
}
