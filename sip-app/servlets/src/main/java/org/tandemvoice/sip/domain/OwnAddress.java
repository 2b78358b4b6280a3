package org.tandemvoice.sip.domain;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where this server itself is reached from the same machine. */
@ApplicationScoped
public class OwnAddress {

  private String flow = "";

  protected OwnAddress() {}

  /**
   * @param host {@code SIP_HOST}, the address listened on
   * @param port {@code SIP_PORT}
   */
  @Inject
  public OwnAddress(
      @ConfigProperty(name = "SIP_HOST", defaultValue = "0.0.0.0") String host,
      @ConfigProperty(name = "SIP_PORT", defaultValue = "5060") int port) {
    boolean isAny = host.equals("0.0.0.0") || host.equals("::");
    String reached = isAny ? "127.0.0.1" : host;
    this.flow =
        "sip:"
            + (reached.indexOf(':') < 0 ? reached : "[" + reached + "]")
            + ":"
            + port
            + ";transport=udp";
  }

  /** As a SIP URI with its transport. */
  public String flow() {
    return flow;
  }
}
