package org.tandemvoice.node.control;

import jakarta.enterprise.context.RequestScoped;

/**
 * Whether what happens now is done for a request of the API, so that another node can be asked to
 * do it instead. What signaling, media and timers tell can be handled nowhere else.
 */
@RequestScoped
public class ApiRequest {

  private boolean begun;

  /** To be said once, by whoever receives the request. */
  public void begin() {
    begun = true;
  }

  public boolean isBegun() {
    return begun;
  }
}
