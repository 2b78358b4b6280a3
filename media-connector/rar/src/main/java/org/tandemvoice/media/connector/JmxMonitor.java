package org.tandemvoice.media.connector;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.tandemvoice.media.engine.session.MediaEngine;

/**
 * Shows the engine's gauges in JMX. Without it the engine works as well, so a failure is only
 * logged.
 */
final class JmxMonitor implements MediaMonitor {

  private static final Logger LOG = System.getLogger(JmxMonitor.class.getName());
  private static final String NAME = "org.tandemvoice:type=Media";

  private final MediaEngine engine;

  JmxMonitor(MediaEngine engine) {
    this.engine = engine;
  }

  @Override
  public int getOpenSessions() {
    return engine.gauges().openSessions();
  }

  @Override
  public int getFreePorts() {
    return engine.gauges().freePorts();
  }

  @Override
  public long getTickLatenessMicros() {
    return engine.gauges().tickLatenessMicros();
  }

  @Override
  public long getMissedRecordingFrames() {
    return engine.missedRecordingFrames();
  }

  @Override
  public long getSpeechCacheHits() {
    return engine.speechStatistics().hits();
  }

  @Override
  public long getSpeechCacheMisses() {
    return engine.speechStatistics().misses();
  }

  void register() {
    try {
      MBeanServer server = ManagementFactory.getPlatformMBeanServer();
      ObjectName name = new ObjectName(NAME);
      if (server.isRegistered(name)) {
        server.unregisterMBean(name);
      }
      server.registerMBean(this, name);
    } catch (JMException e) {
      LOG.log(Level.WARNING, NAME + " is not shown in JMX", e);
    }
  }

  void unregister() {
    try {
      ManagementFactory.getPlatformMBeanServer().unregisterMBean(new ObjectName(NAME));
    } catch (JMException e) {
      LOG.log(Level.DEBUG, NAME + " was not shown in JMX", e);
    }
  }
}
