package org.tandemvoice.node.control;

import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

/**
 * What shall be acted upon is held by another node, which has to do it. Nothing has changed here: a
 * request of the API is handed on to that node.
 */
public class HeldElsewhereException extends PlatformException {

  private static final long serialVersionUID = 1L;

  private final String nodeId;

  /**
   * @param what is held there, as a sentence begins
   */
  public HeldElsewhereException(String what, String nodeId) {
    super(ErrorCode.STATE_INVALID, what + " is held by node " + nodeId + ", not by this one");
    this.nodeId = nodeId;
  }

  /** Who holds it. */
  public String nodeId() {
    return nodeId;
  }
}
