package org.tandemvoice.sip.connector.mobicents;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.EventListener;
import java.util.LinkedHashSet;
import java.util.Set;
import org.mobicents.servlet.sip.core.SipContext;
import org.mobicents.servlet.sip.core.session.SipListenersHolder;
import org.tandemvoice.sip.connector.SipDeliveries;

/** The application's listeners; each of their calls is a delivery. */
final class EndpointListeners extends SipListenersHolder {

  private final SipDeliveries deliveries;

  EndpointListeners(SipContext context, SipDeliveries deliveries) {
    super(context);
    this.deliveries = deliveries;
  }

  void add(Class<?> type) {
    Class<?>[] interfaces = listenerInterfaces(type);
    if (interfaces.length == 0) {
      throw new IllegalArgumentException(type.getName() + " is no SIP listener");
    }
    addListenerToBunch(
        (EventListener)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                interfaces,
                (proxy, method, arguments) -> call(type, proxy, method, arguments)));
  }

  private Object call(Class<?> type, Object proxy, Method method, Object[] arguments)
      throws Exception {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> "listener " + type.getName();
      };
    }
    deliveries.deliver(type, instance -> invoke(method, instance, arguments));
    return null;
  }

  private static void invoke(Method method, Object instance, Object[] arguments) throws Exception {
    try {
      method.invoke(instance, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static Class<?>[] listenerInterfaces(Class<?> type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      Arrays.stream(at.getInterfaces())
          .filter(EventListener.class::isAssignableFrom)
          .filter(each -> each.getName().startsWith("javax.servlet.sip."))
          .forEach(found::add);
    }
    return found.toArray(Class<?>[]::new);
  }

  @Override
  public boolean loadListeners(String[] listeners, ClassLoader classLoader) {
    return true;
  }
}
