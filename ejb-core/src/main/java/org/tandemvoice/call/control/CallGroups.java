package org.tandemvoice.call.control;

import java.util.UUID;

/**
 * The groups that calls ring in, as far as calls must know of them: facts about members of one
 * group are handled one at a time, so that two answers at the same moment have one winner.
 */
public interface CallGroups {

  /** Locks the group and all it is part of until the commit. */
  void hold(UUID groupcall);
}
