package org.tandemvoice.sip.connector;

import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The activation properties of the SIP application's MDB. They are described in the package
 * documentation of {@code org.tandemvoice.sip.container}.
 */
public class SipActivationSpec implements ActivationSpec {

  private ResourceAdapter resourceAdapter;
  private String applicationName = "";
  private String servlets = "";
  private String mainServlet = "";
  private String listeners = "";

  @Override
  public void validate() throws InvalidPropertyException {
    if (!applicationName.matches("\\w+")) {
      throw new InvalidPropertyException("applicationName is no word: '" + applicationName + "'");
    }
    if (named().isEmpty()) {
      throw new InvalidPropertyException("servlets names no servlet");
    }
    if (mainServlet.isEmpty() && named().size() > 1) {
      throw new InvalidPropertyException(
          "mainServlet is needed, as there is more than one servlet");
    }
    if (!mainServlet.isEmpty() && !named().containsKey(mainServlet)) {
      throw new InvalidPropertyException(
          "mainServlet '" + mainServlet + "' is none of " + named().keySet());
    }
  }

  /** Loads the classes. */
  SipDescriptor describe(ClassLoader loader) throws ClassNotFoundException {
    Map<String, Class<?>> loaded = new LinkedHashMap<>();
    for (Map.Entry<String, String> servlet : named().entrySet()) {
      loaded.put(servlet.getKey(), Class.forName(servlet.getValue(), true, loader));
    }
    List<Class<?>> listening = new ArrayList<>();
    for (String listener : listeners.split(",")) {
      if (!listener.isBlank()) {
        listening.add(Class.forName(listener.strip(), true, loader));
      }
    }
    String main = mainServlet.isEmpty() ? loaded.keySet().iterator().next() : mainServlet;
    return new SipDescriptor(applicationName, loaded, main, listening, loader);
  }

  private Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    for (String servlet : servlets.split(",")) {
      int equals = servlet.indexOf('=');
      if (equals > 0) {
        named.put(servlet.substring(0, equals).strip(), servlet.substring(equals + 1).strip());
      }
    }
    return named;
  }

  /** Needed by JCA, like all methods that follow. */
  public String getApplicationName() {
    return applicationName;
  }

  /** Sets the name of the application. */
  public void setApplicationName(String name) {
    applicationName = name;
  }

  /** The servlets as {@code name=class}, separated by commas. */
  public String getServlets() {
    return servlets;
  }

  /** Sets the servlets. */
  public void setServlets(String namesAndClasses) {
    servlets = namesAndClasses;
  }

  /** The servlet that gets initial requests. */
  public String getMainServlet() {
    return mainServlet;
  }

  /** Sets the servlet that gets initial requests. */
  public void setMainServlet(String name) {
    mainServlet = name;
  }

  /** The listener classes, separated by commas. */
  public String getListeners() {
    return listeners;
  }

  /** Sets the listener classes. */
  public void setListeners(String classes) {
    listeners = classes;
  }

  @Override
  public ResourceAdapter getResourceAdapter() {
    return resourceAdapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) {
    resourceAdapter = adapter;
  }
}
