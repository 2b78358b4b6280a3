package org.tandemvoice.sip.connector.mobicents;

import java.net.InetAddress;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.servlet.sip.SipApplicationSession;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServletMessage;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSessionsUtil;
import javax.servlet.sip.TimerService;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.tandemvoice.sip.connector.SipSettings;
import org.tandemvoice.sip.container.SipCall;
import org.tandemvoice.sip.container.SipChallenger;
import org.tandemvoice.sip.container.SipCondition;
import org.tandemvoice.sip.container.SipFlow;
import org.tandemvoice.sip.container.SipServices;
import org.tandemvoice.sip.container.SipSessionBusyException;
import org.tandemvoice.sip.container.SipTask;
import org.tandemvoice.sip.container.SipTracer;

/** The container as the application sees it from any thread. */
final class ApplicationServices implements SipServices {

  private static final long PATIENCE_MS = 10_000;

  private final SipSettings settings;
  private final SessionLocks locks;
  private final Supplier<SipApplicationContext> application;
  private final Supplier<SipCondition> condition;
  private final Consumer<SipTracer> tracing;
  private final Consumer<SipChallenger> challenging;

  ApplicationServices(
      SipSettings settings,
      SessionLocks locks,
      Supplier<SipApplicationContext> application,
      Supplier<SipCondition> condition,
      Consumer<SipTracer> tracing,
      Consumer<SipChallenger> challenging) {
    this.settings = settings;
    this.locks = locks;
    this.application = application;
    this.condition = condition;
    this.tracing = tracing;
    this.challenging = challenging;
  }

  @Override
  public SipFactory factory() {
    return application.get().getSipFactoryFacade();
  }

  @Override
  public SipSessionsUtil sessions() {
    return application.get().getSipSessionsUtil();
  }

  @Override
  public TimerService timers() {
    return application.get().getTimerService();
  }

  @Override
  public <E extends Exception> void within(SipApplicationSession session, SipTask<E> task)
      throws E {
    this.<Boolean, E>call(
        session,
        () -> {
          task.run();
          return Boolean.TRUE;
        });
  }

  @Override
  public <T, E extends Exception> T call(SipApplicationSession session, SipCall<T, E> call)
      throws E {
    application.get();
    String id = ((MobicentsSipApplicationSession) session).getKey().getId();
    int depth = locks.depth();
    if (!locks.enter(id, PATIENCE_MS)) {
      throw new SipSessionBusyException(id, PATIENCE_MS);
    }
    try {
      if (!session.isValid()) {
        throw new IllegalStateException("SIP application session " + id + " is not valid any more");
      }
      return call.run();
    } finally {
      locks.releaseTo(depth);
    }
  }

  @Override
  public SipFlow flowOf(SipServletMessage received) {
    return ReturnFlow.isOwn(received) ? here() : ReturnFlow.source(received);
  }

  @Override
  public void sendOver(SipServletRequest initial, SipFlow flow) {
    ((MobicentsSipSession) initial.getSession()).setFlow(ReturnFlow.uri(flow));
  }

  @Override
  public void trace(SipTracer tracer) {
    tracing.accept(tracer);
  }

  @Override
  public void challenge(SipChallenger challenger) {
    challenging.accept(challenger);
  }

  @Override
  public String addressOf(String transport) {
    return settings.addressOf(transport);
  }

  @Override
  public SipFlow here() {
    InetAddress listening = settings.addresses().host();
    InetAddress near = listening.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : listening;
    return new SipFlow("udp", near.getHostAddress(), settings.addresses().port());
  }

  @Override
  public SipCondition condition() {
    return condition.get();
  }
}
