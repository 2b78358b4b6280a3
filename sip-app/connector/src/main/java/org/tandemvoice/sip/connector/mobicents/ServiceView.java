package org.tandemvoice.sip.connector.mobicents;

import java.util.List;
import javax.sip.SipStack;
import org.mobicents.ha.javax.sip.ReplicationStrategy;
import org.mobicents.servlet.sip.SipConnector;
import org.mobicents.servlet.sip.core.SipApplicationDispatcher;
import org.mobicents.servlet.sip.core.SipService;
import org.mobicents.servlet.sip.core.message.OutboundProxy;

/**
 * What the container asks of the server it runs in: mostly, to be told that a feature is unused.
 */
final class ServiceView implements SipService {

  private final int threads;
  private volatile SipApplicationDispatcher dispatcher;
  private volatile List<SipConnector> connectors = List.of();

  ServiceView(int threads) {
    this.threads = threads;
  }

  void connectors(List<SipConnector> opened) {
    connectors = List.copyOf(opened);
  }

  @Override
  public SipApplicationDispatcher getSipApplicationDispatcher() {
    return dispatcher;
  }

  @Override
  public void setSipApplicationDispatcher(SipApplicationDispatcher another) {
    dispatcher = another;
  }

  @Override
  public SipStack getSipStack() {
    return dispatcher.getSipStack();
  }

  @Override
  public SipConnector findSipConnector(String transport) {
    return connectors.stream()
        .filter(connector -> connector.getTransport().equalsIgnoreCase(transport))
        .findFirst()
        .orElse(null);
  }

  @Override
  public SipConnector[] findSipConnectors() {
    return connectors.toArray(SipConnector[]::new);
  }

  @Override
  public String getMobicentsSipServletMessageFactoryClassName() {
    return FlowMessageFactory.class.getName();
  }

  @Override
  public void setMobicentsSipServletMessageFactoryClassName(String className) {
    throw new UnsupportedOperationException();
  }

  @Override
  public String getSasTimerServiceImplementationType() {
    return "Standard";
  }

  @Override
  public String getProxyTimerServiceImplementationType() {
    return "Standard";
  }

  @Override
  public int getDispatcherThreadPoolSize() {
    return threads;
  }

  @Override
  public int getCanceledTimerTasksPurgePeriod() {
    return 0;
  }

  @Override
  public boolean isHttpFollowsSip() {
    return false;
  }

  @Override
  public String getJvmRoute() {
    return null;
  }

  @Override
  public OutboundProxy getOutboundProxy() {
    return null;
  }

  @Override
  public boolean isDialogPendingRequestChecking() {
    return false;
  }

  @Override
  public boolean isMd5ContactUserPart() {
    return false;
  }

  @Override
  public ReplicationStrategy getReplicationStrategy() {
    return ReplicationStrategy.ConfirmedDialog;
  }

  @Override
  public int getTagHashMaxLength() {
    return 0;
  }

  @Override
  public int getCallIdMaxLength() {
    return 0;
  }

  @Override
  public String getDnsResolverClass() {
    return null;
  }

  @Override
  public int getDnsTimeout() {
    return 2;
  }

  @Override
  public void stopGracefully(long timeToWait) {}
}
