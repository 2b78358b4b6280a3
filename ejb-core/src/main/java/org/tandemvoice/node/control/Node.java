package org.tandemvoice.node.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.tandemvoice.failure.entity.ErrorCode;
import org.tandemvoice.failure.entity.PlatformException;

/**
 * This server process. It owns the calls whose row carries its name, so the name must stay the same
 * over restarts and differ from that of every other process on the same database.
 */
@ApplicationScoped
public class Node {

  private String id = "";
  private volatile boolean draining;
  private volatile boolean opened;

  protected Node() {}

  /**
   * @param id {@code NODE_ID}, 1 to 64 characters
   */
  @Inject
  public Node(@ConfigProperty(name = "NODE_ID", defaultValue = "node-1") String id) {
    this.id = id;
  }

  public String id() {
    return id;
  }

  /** From now on no new call is taken; {@link #resume} ends that. */
  public void drain() {
    draining = true;
  }

  public void resume() {
    draining = false;
    opened = true;
  }

  public boolean isDraining() {
    return draining;
  }

  /** Whether calls can leave and come: not before SIP is up, and not while it is going down. */
  public boolean isServing() {
    return opened && !draining;
  }

  /**
   * @throws PlatformException {@code SERVICE_UNAVAILABLE} while this process takes no new call
   */
  public void requireOpen() {
    if (draining) {
      throw new PlatformException(
          ErrorCode.SERVICE_UNAVAILABLE, "the server is stopping: place the call again shortly");
    }
  }
}
