package org.tandemvoice.sip.connector.mobicents;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.ar.SipApplicationRouter;
import javax.servlet.sip.ar.SipApplicationRouterInfo;
import javax.servlet.sip.ar.SipApplicationRoutingDirective;
import javax.servlet.sip.ar.SipApplicationRoutingRegion;
import javax.servlet.sip.ar.SipRouteModifier;
import javax.servlet.sip.ar.SipTargetedRequestInfo;
import javax.sip.ServerTransaction;
import org.mobicents.servlet.sip.core.message.MobicentsSipServletMessage;

/**
 * Sends every request that comes from outside to the one application, and none that the application
 * sent (JSR 289 section 15.3).
 */
public final class SingleApplicationRouter implements SipApplicationRouter {

  private static final String[] NO_ROUTES = {};
  private static final SipApplicationRouterInfo OUTSIDE =
      new SipApplicationRouterInfo(null, null, null, NO_ROUTES, SipRouteModifier.NO_ROUTE, null);

  private final AtomicReference<String> application = new AtomicReference<>();

  @Override
  public void init() {}

  @Override
  public void init(Properties properties) {}

  @Override
  public void destroy() {}

  @Override
  public void applicationDeployed(List<String> names) {
    names.forEach(application::set);
  }

  @Override
  public void applicationUndeployed(List<String> names) {
    names.forEach(name -> application.compareAndSet(name, null));
  }

  @Override
  public SipApplicationRouterInfo getNextApplication(
      SipServletRequest request,
      SipApplicationRoutingRegion region,
      SipApplicationRoutingDirective directive,
      SipTargetedRequestInfo targeted,
      Serializable state) {
    String name = application.get();
    boolean received =
        ((MobicentsSipServletMessage) request).getTransaction() instanceof ServerTransaction;
    if (name == null || !received || state != null) {
      return OUTSIDE;
    }
    return new SipApplicationRouterInfo(
        name,
        SipApplicationRoutingRegion.NEUTRAL_REGION,
        subscriber(request),
        NO_ROUTES,
        SipRouteModifier.NO_ROUTE,
        name);
  }

  private static String subscriber(SipServletRequest request) {
    return Optional.ofNullable(request.getFrom()).map(from -> from.getURI().toString()).orElse("");
  }
}
