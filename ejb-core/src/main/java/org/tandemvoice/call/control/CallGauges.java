package org.tandemvoice.call.control;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;

/** Shows the gauges of calls as {@code org.tandemvoice:type=Calls}. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class CallGauges {

  private static final String NAME = "org.tandemvoice:type=Calls";

  @Inject private CallTimeouts timeouts;
  @Inject private CallLanes lanes;
  @Inject private CallTimers timers;

  @PostConstruct
  void register() {
    Gauges gauges = new Gauges();
    gauges.read(); // beans made here find their resources; on a thread of JMX they would not
    try {
      ManagementFactory.getPlatformMBeanServer().registerMBean(gauges, new ObjectName(NAME));
    } catch (JMException refused) {
      throw new IllegalStateException(NAME + " cannot be registered", refused);
    }
  }

  @PreDestroy
  void unregister() {
    try {
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
    } catch (JMException gone) {
      throw new IllegalStateException(NAME + " cannot be removed", gone);
    }
  }

  private final class Gauges implements CallGaugesMXBean {

    private void read() {
      getOpenCalls();
      getBusyLanes();
      getCallsWithTimers();
    }

    @Override
    public int getOpenCalls() {
      return timeouts.open().size();
    }

    @Override
    public int getBusyLanes() {
      return lanes.busy();
    }

    @Override
    public int getCallsWithTimers() {
      return timers.calls();
    }
  }
}
