package org.tandemvoice.sip.method;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Finds the handler of a method, and is the only one who knows which methods there are. */
@ApplicationScoped
public class MethodHandlers {

  @Inject @Any private Instance<MethodHandler> found;

  private final Map<String, MethodHandler> handlers = new TreeMap<>();

  @PostConstruct
  void collect() {
    found.forEach(handler -> handlers.put(handler.method(), handler));
  }

  public Optional<MethodHandler> of(String method) {
    return Optional.ofNullable(handlers.get(method));
  }

  /** The value of an Allow header. */
  public String allow() {
    return String.join(", ", handlers.keySet());
  }
}
