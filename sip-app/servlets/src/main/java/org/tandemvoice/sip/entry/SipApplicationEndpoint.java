package org.tandemvoice.sip.entry;

import jakarta.ejb.ActivationConfigProperty;
import jakarta.ejb.MessageDriven;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.ejb3.annotation.ResourceAdapter;
import org.tandemvoice.call.control.CallDrain;
import org.tandemvoice.sip.auth.Doorkeeper;
import org.tandemvoice.sip.container.SipApplication;
import org.tandemvoice.sip.container.SipContainerAccess;
import org.tandemvoice.sip.container.SipDelivery;
import org.tandemvoice.sip.container.SipServices;
import org.tandemvoice.sip.trace.MessageTracer;

/**
 * The SIP application. It has no transaction of its own: a handler calls one manager method, which
 * commits, and sends afterwards.
 */
@MessageDriven(
    messageListenerInterface = SipApplication.class,
    activationConfig = {
      @ActivationConfigProperty(propertyName = "applicationName", propertyValue = "tandem"),
      @ActivationConfigProperty(
          propertyName = "servlets",
          propertyValue = "entry=org.tandemvoice.sip.entry.SipEntryServlet"),
      @ActivationConfigProperty(propertyName = "mainServlet", propertyValue = "entry"),
      @ActivationConfigProperty(
          propertyName = "listeners",
          propertyValue = "org.tandemvoice.sip.b2bua.LegListener")
    })
@ResourceAdapter("tandem.ear#sip.rar")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SipApplicationEndpoint implements SipApplication {

  @Inject @Any private Instance<Object> beans;
  @Inject private SipContainerAccess container;
  @Inject private CallDrain calls;
  @Inject private MessageTracer tracer;
  @Inject private Doorkeeper doorkeeper;

  /** By type; to select one anew for each message is to resolve it anew. */
  private final Map<Class<?>, Instance<?>> selected = new ConcurrentHashMap<>();

  @Override
  public void started(SipServices services) {
    container.open(services);
    if (tracer.isWanted()) {
      services.trace(tracer);
    }
    services.challenge(doorkeeper);
    calls.resume();
  }

  @Override
  public void deliver(SipDelivery delivery) {
    delivery.proceed(type -> selected.computeIfAbsent(type, beans::select).get());
  }

  @Override
  public void drain(Duration atMost) {
    calls.drain(atMost);
  }
}
