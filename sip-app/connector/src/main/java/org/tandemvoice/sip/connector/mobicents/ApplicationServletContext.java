package org.tandemvoice.sip.connector.mobicents;

import jakarta.servlet.ServletContext;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The ServletContext of a SIP application: a name and attributes. What HTTP needs beyond that is
 * empty or unsupported.
 */
final class ApplicationServletContext implements InvocationHandler {

  private final String name;
  private final ClassLoader loader;
  private final Map<String, Object> attributes = new ConcurrentHashMap<>();

  private ApplicationServletContext(String name, ClassLoader loader) {
    this.name = name;
    this.loader = loader;
  }

  static ServletContext of(String name, ClassLoader loader) {
    return (ServletContext)
        Proxy.newProxyInstance(
            ApplicationServletContext.class.getClassLoader(),
            new Class<?>[] {ServletContext.class},
            new ApplicationServletContext(name, loader));
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) {
    return switch (method.getName()) {
      case "getAttribute" -> attributes.get((String) arguments[0]);
      case "setAttribute" -> put((String) arguments[0], arguments[1]);
      case "removeAttribute" -> put((String) arguments[0], null);
      case "getAttributeNames" -> Collections.enumeration(attributes.keySet());
      case "getInitParameterNames" -> Collections.emptyEnumeration();
      case "getServletContextName", "getServerInfo", "toString" -> name;
      case "getContextPath" -> "";
      case "getClassLoader" -> loader;
      case "getMajorVersion", "getEffectiveMajorVersion" -> 6;
      case "getMinorVersion", "getEffectiveMinorVersion" -> 0;
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> proxy == arguments[0];
      default -> nothing(method);
    };
  }

  private Object put(String key, Object value) {
    if (value == null) {
      attributes.remove(key);
    } else {
      attributes.put(key, value);
    }
    return null;
  }

  private static Object nothing(Method method) {
    Class<?> type = method.getReturnType();
    if (type == Set.class) {
      return Set.of();
    }
    if (type == Map.class) {
      return Map.of();
    }
    if (type.isPrimitive() && type != void.class) {
      throw new UnsupportedOperationException(method.getName() + " has no meaning for SIP");
    }
    return null;
  }
}
