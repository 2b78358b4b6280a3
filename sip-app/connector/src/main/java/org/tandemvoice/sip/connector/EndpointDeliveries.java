package org.tandemvoice.sip.connector;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.util.function.Consumer;
import java.util.function.Function;
import org.tandemvoice.sip.container.SipApplication;
import org.tandemvoice.sip.container.SipDelivery;

/**
 * Delivers through message endpoints of the application's MDB. A delivery that begins while another
 * one runs on the same thread becomes part of it: same endpoint, same transaction.
 */
final class EndpointDeliveries implements SipDeliveries {

  private static final Method DELIVER = method("deliver", SipDelivery.class);

  private final ThreadLocal<Function<Class<?>, ?>> running = new ThreadLocal<>();
  private volatile MessageEndpointFactory factory;

  EndpointDeliveries(MessageEndpointFactory factory) {
    this.factory = factory;
  }

  /** Uses another factory from now on, after the application was resumed. */
  void use(MessageEndpointFactory another) {
    factory = another;
  }

  @Override
  public void deliver(Class<?> type, Call call) throws Exception {
    Function<Class<?>, ?> beans = running.get();
    if (beans != null) {
      call.on(beans.apply(type));
      return;
    }
    Delivery delivery = new Delivery(type, call);
    onEndpoint(DELIVER, application -> application.deliver(delivery));
    delivery.rethrow();
  }

  /** Calls the application with {@code call}, which is a call of {@code method}. */
  void onEndpoint(Method method, Consumer<SipApplication> call) throws ResourceException {
    MessageEndpoint endpoint = factory.createEndpoint(null);
    try {
      begin(endpoint, method);
      try {
        call.accept((SipApplication) endpoint);
      } finally {
        endpoint.afterDelivery();
      }
    } finally {
      endpoint.release();
    }
  }

  private static void begin(MessageEndpoint endpoint, Method method) throws ResourceException {
    try {
      endpoint.beforeDelivery(method);
    } catch (NoSuchMethodException e) {
      throw new ResourceException("The endpoint is no SipApplication", e);
    }
  }

  /** A method of the message listener interface. */
  static Method method(String name, Class<?>... parameters) {
    try {
      return SipApplication.class.getMethod(name, parameters);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  private final class Delivery implements SipDelivery {

    private final Class<?> type;
    private final Call call;
    private Exception failure;

    Delivery(Class<?> type, Call call) {
      this.type = type;
      this.call = call;
    }

    @Override
    public boolean proceed(Function<Class<?>, ?> beans) {
      running.set(beans);
      try {
        call.on(beans.apply(type));
        return true;
      } catch (Exception e) {
        // The outermost point of application code: kept, and thrown on in the container.
        failure = e;
        return false;
      } finally {
        running.remove();
      }
    }

    void rethrow() throws Exception {
      if (failure != null) {
        throw failure;
      }
    }
  }
}
