package org.tandemvoice.sip.connector;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Watches the container: asks it with OPTIONS, measures the heap, and shows its gauges by JMX. */
final class SipMonitor {

  private static final System.Logger LOG = System.getLogger("org.tandemvoice.sip.connector");
  private static final String NAME = "org.tandemvoice:type=Sip";

  private final SipContainer container;
  private final Admission admission;
  private final SelfProbe probe;
  private volatile boolean probeAnswered;

  SipMonitor(SipContainer container, Admission admission, SelfProbe probe) {
    this.container = container;
    this.admission = admission;
    this.probe = probe;
  }

  /** Starts the watch; {@code everySecond} is run along with it. */
  void begin(Timer timer, Duration probeEvery, Runnable everySecond) {
    schedule(timer, Duration.ofSeconds(1), admission::measure);
    schedule(timer, Duration.ofSeconds(1), everySecond);
    schedule(timer, probeEvery, this::ask);
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      server.registerMBean(
          new javax.management.StandardMBean(
              new SipAdapterGauges(container, admission, this::probeAnswered),
              SipMXBean.class,
              true),
          new ObjectName(NAME));
    } catch (JMException e) {
      LOG.log(System.Logger.Level.WARNING, "The SIP gauges are not shown", e);
    }
  }

  /** Whether the last OPTIONS was answered. */
  boolean probeAnswered() {
    return probeAnswered;
  }

  private void ask() {
    boolean answered = probe.answered();
    if (answered != probeAnswered) {
      LOG.log(
          answered ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
          answered ? "SIP answers its own OPTIONS" : "SIP does not answer its own OPTIONS");
    }
    probeAnswered = answered;
  }

  void end() {
    try {
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
    } catch (JMException e) {
      LOG.log(System.Logger.Level.DEBUG, "The SIP gauges were not shown", e);
    }
  }

  private static void schedule(Timer timer, Duration every, Runnable task) {
    timer.schedule(
        new TimerTask() {
          @Override
          public void run() {
            try {
              task.run();
            } catch (RuntimeException e) {
              // The outermost point of a timer's task: a failure must not end the timer.
              LOG.log(System.Logger.Level.WARNING, "The watch over SIP failed", e);
            }
          }
        },
        every.toMillis() / 5,
        every.toMillis());
  }
}
