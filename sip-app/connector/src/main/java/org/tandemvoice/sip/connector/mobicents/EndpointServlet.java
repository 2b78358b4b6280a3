package org.tandemvoice.sip.connector.mobicents;

import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.mobicents.servlet.sip.core.MobicentsSipServlet;
import org.tandemvoice.sip.connector.SipDeliveries;

/** A servlet as the container knows it: its calls are deliveries to the application's servlet. */
final class EndpointServlet implements MobicentsSipServlet, Servlet, ServletConfig {

  private final String name;
  private final Class<?> type;
  private final ServletContext context;
  private final SipDeliveries deliveries;

  EndpointServlet(String name, Class<?> type, ServletContext context, SipDeliveries deliveries) {
    this.name = name;
    this.type = type;
    this.context = context;
    this.deliveries = deliveries;
  }

  String className() {
    return type.getName();
  }

  /** Calls the servlet's init with this object as its configuration. */
  void init() throws ServletException {
    init(this);
  }

  @Override
  public void init(ServletConfig config) throws ServletException {
    try {
      call(servlet -> servlet.init(config));
    } catch (IOException e) {
      throw new ServletException(e);
    }
  }

  @Override
  public void service(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    if (request instanceof FlowRequest received) {
      ReturnFlow.keep(received);
    }
    call(servlet -> servlet.service(request, response));
  }

  @Override
  public void destroy() {
    try {
      call(Servlet::destroy);
    } catch (ServletException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void call(ServletCall call) throws ServletException, IOException {
    try {
      deliveries.deliver(type, instance -> call.on((Servlet) instance));
    } catch (ServletException | IOException | RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ServletException(e);
    }
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public int getLoadOnStartup() {
    return 1;
  }

  @Override
  public Servlet allocate() {
    return this;
  }

  @Override
  public void deallocate(Servlet servlet) {}

  @Override
  public boolean isUnavailable() {
    return false;
  }

  @Override
  public ServletConfig getServletConfig() {
    return this;
  }

  @Override
  public String getServletInfo() {
    return type.getName();
  }

  @Override
  public String getServletName() {
    return name;
  }

  @Override
  public ServletContext getServletContext() {
    return context;
  }

  @Override
  public String getInitParameter(String key) {
    return null;
  }

  @Override
  public Enumeration<String> getInitParameterNames() {
    return Collections.emptyEnumeration();
  }

  @FunctionalInterface
  private interface ServletCall {
    void on(Servlet servlet) throws ServletException, IOException;
  }
}
