package org.tandemvoice.sip.b2bua;

import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import javax.servlet.sip.SipServletRequest;
import javax.servlet.sip.SipSession;

/** An INVITE of ours that remembers what was sent for it. */
final class FakeInvite {

  private final String callId;
  private final List<String> sent = new ArrayList<>();
  private SipSession.State state = SipSession.State.INITIAL;
  private boolean unreachable;

  FakeInvite(String callId) {
    this.callId = callId;
  }

  /** A provisional response has come, 100 at least. */
  void proceed() {
    state = SipSession.State.EARLY;
  }

  void breakConnection() {
    unreachable = true;
  }

  List<String> sent() {
    return sent;
  }

  SipServletRequest request() {
    return request("INVITE");
  }

  private SipServletRequest request(String method) {
    return fake(
        SipServletRequest.class,
        (proxy, called, arguments) ->
            switch (called.getName()) {
              case "getCallId" -> callId;
              case "getRequestURI" -> null;
              case "getSession" -> session();
              case "createCancel" -> request("CANCEL");
              case "send" -> send(method);
              default -> throw new UnsupportedOperationException(called.toString());
            });
  }

  private Object send(String method) throws IOException {
    if (unreachable) {
      throw new IOException("connection refused");
    }
    sent.add(method);
    return null;
  }

  private SipSession session() {
    return fake(
        SipSession.class,
        (proxy, called, arguments) -> {
          if (called.getName().equals("getState")) {
            return state;
          }
          throw new UnsupportedOperationException(called.toString());
        });
  }

  private static <T> T fake(Class<T> type, InvocationHandler behaviour) {
    return type.cast(
        Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, behaviour));
  }
}
