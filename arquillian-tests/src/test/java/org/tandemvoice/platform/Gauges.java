package org.tandemvoice.platform;

import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** Reads the gauges of a server process on this machine. */
public final class Gauges {

  private static final Map<String, String> IDLE_AT_ZERO =
      Map.of(
          "Calls", "OpenCalls,BusyLanes,CallsWithTimers",
          "Flows", "RunningActiveflows",
          "Media", "OpenSessions",
          "Sip", "SipSessions,ApplicationSessions,ServerTransactions,ClientTransactions,Dialogs");

  private final ProcessHandle process;

  Gauges(ProcessHandle process) {
    this.process = process;
  }

  /** One number, for example {@code number("Sip", "Dialogs")}. */
  public long number(String type, String attribute) {
    return ask(server -> ((Number) read(server, type, attribute)).longValue());
  }

  /** Every gauge that is 0 on an idle server but is not 0 now. */
  public Map<String, Long> busy() {
    return ask(
        server -> {
          Map<String, Long> busy = new TreeMap<>();
          for (var type : IDLE_AT_ZERO.entrySet()) {
            for (String attribute : type.getValue().split(",")) {
              long value = ((Number) read(server, type.getKey(), attribute)).longValue();
              if (value != 0) {
                busy.put(type.getKey() + "." + attribute, value);
              }
            }
          }
          return busy;
        });
  }

  private <T> T ask(Question<T> question) {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(process.pid()));
      try {
        JMXServiceURL address = new JMXServiceURL(machine.startLocalManagementAgent());
        try (var connector = JMXConnectorFactory.connect(address)) {
          return question.put(connector.getMBeanServerConnection());
        }
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException | IOException | JMException cannotAsk) {
      throw new AssertionError("cannot read the gauges of process " + process.pid(), cannotAsk);
    }
  }

  private static Object read(MBeanServerConnection server, String type, String attribute)
      throws JMException, IOException {
    return server.getAttribute(new ObjectName("org.tandemvoice:type=" + type), attribute);
  }

  /** What is asked while connected. */
  @FunctionalInterface
  private interface Question<T> {
    T put(MBeanServerConnection server) throws JMException, IOException;
  }
}
