package org.tandemvoice.sip.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tandemvoice.sip.container.SipApplication;
import org.tandemvoice.sip.container.SipDelivery;
import org.tandemvoice.sip.container.SipServices;

class EndpointDeliveriesTest {

  private final List<String> seen = new ArrayList<>();
  private final EndpointDeliveries deliveries = new EndpointDeliveries(factory());

  @Test
  void callRunsBetweenBeforeAndAfterDelivery() throws Exception {
    deliveries.deliver(String.class, bean -> seen.add("call " + bean));

    assertThat(seen).containsExactly("before deliver", "call a String", "after", "release");
  }

  @Test
  void callWithinACallJoinsItsDelivery() throws Exception {
    deliveries.deliver(
        String.class,
        outer -> deliveries.deliver(Integer.class, inner -> seen.add("inner " + inner)));

    assertThat(seen).containsExactly("before deliver", "inner a Integer", "after", "release");
  }

  @Test
  void failureReachesTheContainerAndNotTheEndpoint() {
    assertThatIOException()
        .isThrownBy(
            () ->
                deliveries.deliver(
                    String.class,
                    bean -> {
                      throw new IOException("gone");
                    }))
        .withMessage("gone");

    assertThat(seen).containsExactly("before deliver", "proceed false", "after", "release");
  }

  @Test
  void afterADeliveryTheNextOneHasAnEndpointOfItsOwn() throws Exception {
    deliveries.deliver(String.class, bean -> {});
    deliveries.deliver(String.class, bean -> {});

    assertThat(seen.stream().filter("release"::equals)).hasSize(2);
  }

  private MessageEndpointFactory factory() {
    return (MessageEndpointFactory)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {MessageEndpointFactory.class},
            (proxy, method, arguments) -> new Endpoint());
  }

  private final class Endpoint implements MessageEndpoint, SipApplication {

    @Override
    public void deliver(SipDelivery delivery) {
      if (!delivery.proceed(type -> "a " + type.getSimpleName())) {
        seen.add("proceed false");
      }
    }

    @Override
    public void started(SipServices services) {}

    @Override
    public void drain(Duration atMost) {}

    @Override
    public void beforeDelivery(Method method) {
      seen.add("before " + method.getName());
    }

    @Override
    public void afterDelivery() {
      seen.add("after");
    }

    @Override
    public void release() {
      seen.add("release");
    }
  }
}
