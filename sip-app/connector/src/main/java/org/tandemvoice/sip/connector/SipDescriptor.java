package org.tandemvoice.sip.connector;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is deployed: the sip.xml of the application, so to say.
 *
 * @param servlets class by servlet name, in the order of their initialisation
 */
public record SipDescriptor(
    String name,
    Map<String, Class<?>> servlets,
    String mainServlet,
    List<Class<?>> listeners,
    ClassLoader loader) {

  /** Copies the collections. */
  public SipDescriptor {
    servlets = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(servlets));
    listeners = List.copyOf(listeners);
    if (!servlets.containsKey(mainServlet)) {
      throw new IllegalArgumentException(
          "the main servlet '" + mainServlet + "' is none of " + servlets.keySet());
    }
  }
}
