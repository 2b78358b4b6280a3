package org.tandemvoice.sip.connector.mobicents;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.sip.SipFactory;
import javax.servlet.sip.SipServlet;
import javax.servlet.sip.SipServletContextEvent;
import javax.servlet.sip.SipServletListener;
import javax.servlet.sip.TimerService;
import org.mobicents.servlet.sip.annotation.ConcurrencyControlMode;
import org.mobicents.servlet.sip.core.MobicentsSipServlet;
import org.mobicents.servlet.sip.core.SipApplicationDispatcher;
import org.mobicents.servlet.sip.core.SipContextEvent;
import org.mobicents.servlet.sip.core.SipContextEventType;
import org.mobicents.servlet.sip.core.SipListeners;
import org.mobicents.servlet.sip.core.SipManager;
import org.mobicents.servlet.sip.core.session.MobicentsSipApplicationSession;
import org.mobicents.servlet.sip.core.session.MobicentsSipSession;
import org.mobicents.servlet.sip.core.session.MobicentsSipSessionsUtil;
import org.mobicents.servlet.sip.core.session.SipSessionsUtilImpl;
import org.mobicents.servlet.sip.core.timers.ProxyTimerService;
import org.mobicents.servlet.sip.core.timers.ProxyTimerServiceImpl;
import org.mobicents.servlet.sip.core.timers.SipApplicationSessionTimerService;
import org.mobicents.servlet.sip.core.timers.SipServletTimerService;
import org.mobicents.servlet.sip.core.timers.StandardSipApplicationSessionTimerService;
import org.mobicents.servlet.sip.core.timers.TimerServiceImpl;
import org.mobicents.servlet.sip.message.SipFactoryFacade;
import org.mobicents.servlet.sip.message.SipFactoryImpl;
import org.tandemvoice.sip.connector.SipDeliveries;
import org.tandemvoice.sip.connector.SipDescriptor;

/** The deployed application as the container knows it: its servlets, sessions, timers and locks. */
final class SipApplicationContext extends UnusedContextFeatures {

  /** How long a SIP thread waits for an application session before it gives up with an error. */
  private static final long LOCK_WAIT_MS = 30_000;

  private static final int SESSION_TIMEOUT_MINUTES = 3;

  private final SipDescriptor descriptor;
  private final SipApplicationDispatcher dispatcher;
  private final SessionLocks locks;
  private final ServletContext servletContext;
  private final Map<String, MobicentsSipServlet> servlets = new LinkedHashMap<>();
  private final EndpointListeners listeners;
  private final SessionManager sessions;
  private final SipFactoryFacade factory;
  private final SipSessionsUtilImpl sessionsUtil;
  private final SipServletTimerService timers;
  private final SipApplicationSessionTimerService expiry;
  private final ProxyTimerService proxyTimers;

  SipApplicationContext(
      SipDescriptor descriptor,
      SipDeliveries deliveries,
      SipApplicationDispatcher dispatcher,
      SessionLocks locks,
      SessionCounter counter) {
    super(descriptor.name(), descriptor.mainServlet());
    this.descriptor = descriptor;
    this.dispatcher = dispatcher;
    this.locks = locks;
    this.servletContext = ApplicationServletContext.of(descriptor.name(), descriptor.loader());
    this.sessions = new SessionManager(this, dispatcher.getSipFactory());
    this.factory = new SipFactoryFacade((SipFactoryImpl) dispatcher.getSipFactory(), this);
    this.sessionsUtil = new SipSessionsUtilImpl(this);
    this.timers = new TimerServiceImpl(dispatcher.getSipService(), descriptor.name());
    this.expiry = new StandardSipApplicationSessionTimerService(descriptor.name());
    this.proxyTimers = new ProxyTimerServiceImpl(descriptor.name());
    this.listeners = new EndpointListeners(this, deliveries);
    listeners.addListener(counter);
    descriptor.listeners().forEach(listeners::add);
    descriptor
        .servlets()
        .forEach(
            (name, type) ->
                servlets.put(name, new EndpointServlet(name, type, servletContext, deliveries)));
    describe();
  }

  /** The attributes every SIP servlet context has (JSR 289 section 4.2). */
  private void describe() {
    servletContext.setAttribute(SipServlet.SIP_FACTORY, factory);
    servletContext.setAttribute(SipServlet.SIP_SESSIONS_UTIL, sessionsUtil);
    servletContext.setAttribute(SipServlet.TIMER_SERVICE, timers);
    servletContext.setAttribute(SipServlet.SUPPORTED, List.of(dispatcher.getExtensionsSupported()));
    servletContext.setAttribute(SipServlet.SUPPORTED_RFCs, List.of(dispatcher.getRfcSupported()));
    servletContext.setAttribute(SipServlet.OUTBOUND_INTERFACES, dispatcher.getOutboundInterfaces());
  }

  /** Starts the timers and initialises the servlets. */
  void start() throws ServletException {
    timers.start();
    expiry.start();
    proxyTimers.start();
    for (MobicentsSipServlet servlet : servlets.values()) {
      ((EndpointServlet) servlet).init();
    }
  }

  /** Destroys the servlets and stops the timers. */
  void stop() {
    try {
      servlets.values().forEach(servlet -> ((EndpointServlet) servlet).destroy());
    } catch (RuntimeException e) {
      // The endpoint may be gone already; the sockets and threads must go all the same.
      UNDELIVERED.log(System.Logger.Level.DEBUG, "SIP servlets could not be destroyed", e);
    }
    timers.stop();
    expiry.stop();
    proxyTimers.stop();
    listeners.clean();
  }

  @Override
  public void enterSipApp(
      MobicentsSipApplicationSession applicationSession,
      MobicentsSipSession session,
      boolean onlyIfUnmanaged,
      boolean containerManaged) {
    // Creating or finding an application session does not own it: SipServices says how to.
    if (applicationSession == null || onlyIfUnmanaged) {
      return;
    }
    if (!locks.enter(applicationSession.getKey().getId(), LOCK_WAIT_MS)) {
      throw new IllegalStateException(
          "application session " + applicationSession.getKey().getId() + " is busy");
    }
  }

  @Override
  public void exitSipApp(
      MobicentsSipApplicationSession applicationSession, MobicentsSipSession session) {
    if (applicationSession != null) {
      locks.exit(applicationSession.getKey().getId());
    }
  }

  @Override
  public void enterSipContext() {
    Thread.currentThread().setContextClassLoader(descriptor.loader());
  }

  @Override
  public void exitSipContext(ClassLoader former) {
    Thread.currentThread().setContextClassLoader(former);
  }

  @Override
  public boolean notifySipContextListeners(SipContextEvent event) {
    if (event.getEventType() == SipContextEventType.SERVLET_INITIALIZED) {
      for (SipServletListener listener : listeners.getSipServletsListeners()) {
        listener.servletInitialized(new SipServletContextEvent(servletContext, null));
      }
    }
    return true;
  }

  @Override
  public SipListeners getListeners() {
    return listeners;
  }

  @Override
  public SipManager getSipManager() {
    return sessions;
  }

  @Override
  public SipApplicationDispatcher getSipApplicationDispatcher() {
    return dispatcher;
  }

  @Override
  public SipFactory getSipFactoryFacade() {
    return factory;
  }

  @Override
  public MobicentsSipSessionsUtil getSipSessionsUtil() {
    return sessionsUtil;
  }

  @Override
  public TimerService getTimerService() {
    return timers;
  }

  @Override
  public ProxyTimerService getProxyTimerService() {
    return proxyTimers;
  }

  @Override
  public SipApplicationSessionTimerService getSipApplicationSessionTimerService() {
    return expiry;
  }

  @Override
  public ConcurrencyControlMode getConcurrencyControlMode() {
    return ConcurrencyControlMode.SipApplicationSession;
  }

  @Override
  public ServletContext getServletContext() {
    return servletContext;
  }

  @Override
  public MobicentsSipServlet findSipServletByName(String name) {
    return name == null ? null : servlets.get(name);
  }

  @Override
  public MobicentsSipServlet findSipServletByClassName(String className) {
    return servlets.values().stream()
        .filter(servlet -> ((EndpointServlet) servlet).className().equals(className))
        .findFirst()
        .orElse(null);
  }

  @Override
  public Map<String, MobicentsSipServlet> getChildrenMap() {
    return servlets;
  }

  @Override
  public ClassLoader getSipContextClassLoader() {
    return descriptor.loader();
  }

  @Override
  public int getSipApplicationSessionTimeout() {
    return SESSION_TIMEOUT_MINUTES;
  }
}
