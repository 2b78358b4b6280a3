package org.tandemvoice.flow.control;

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
import org.tandemvoice.node.control.Node;

/** Shows the gauges of flow executions as {@code org.tandemvoice:type=Flows}. */
@Startup
@Singleton
@DependsOn("SchemaMigration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class FlowGauges {

  private static final String NAME = "org.tandemvoice:type=Flows";

  @Inject private Activeflows activeflows;
  @Inject private Node node;

  @PostConstruct
  void register() {
    FlowGaugesMXBean gauges = () -> activeflows.running(node.id());
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
}
