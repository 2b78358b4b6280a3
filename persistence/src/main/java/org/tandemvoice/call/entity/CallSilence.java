package org.tandemvoice.call.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.io.Serializable;

/**
 * What keeps the parties of a call from hearing each other: the hold of the platform, that of the
 * party's own phone, and what is muted; each without regard to the others.
 */
@Embeddable
public class CallSilence implements Serializable {

  private static final long serialVersionUID = 1L;

  @Column(name = "on_hold", nullable = false)
  private boolean onHold;

  @Column(name = "held_by_party", nullable = false)
  private boolean heldByParty;

  @Enumerated(EnumType.STRING)
  @Column(name = "mute_direction", nullable = false)
  private MuteState muteState = MuteState.NONE;

  /** Nobody holds and nothing is muted. */
  public CallSilence() {}

  /** The platform holds, or no longer; false if that is not news. */
  boolean hold(boolean on) {
    boolean changed = onHold != on;
    onHold = on;
    return changed;
  }

  /** The phone holds, or no longer; false if that is not news. */
  boolean holdByParty(boolean on) {
    boolean changed = heldByParty != on;
    heldByParty = on;
    return changed;
  }

  /** Mutes this and nothing else; false if that is not news. */
  boolean mute(MuteState state) {
    boolean changed = muteState != state;
    muteState = state;
    return changed;
  }

  boolean isOnHold() {
    return onHold || heldByParty;
  }

  MuteState muteState() {
    return muteState;
  }
}
