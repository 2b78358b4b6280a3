package org.tandemvoice.flow.control;

import org.tandemvoice.customer.entity.OwnedResource;

/** Ids of actions that stand for a place and not for an action (contract section 11). */
final class ReservedIds {

  static final String START = "00000000-0000-0000-0000-000000000001";
  static final String FINISH = "00000000-0000-0000-0000-000000000002";
  static final String NEXT = "00000000-0000-0000-0000-000000000003";

  private static final String NONE = OwnedResource.NIL.toString();

  private ReservedIds() {}

  static boolean isNone(String id) {
    return id.isEmpty() || id.equals(NONE);
  }

  static boolean isReserved(String id) {
    return id.equals(NONE) || id.equals(START) || id.equals(FINISH) || id.equals(NEXT);
  }
}
