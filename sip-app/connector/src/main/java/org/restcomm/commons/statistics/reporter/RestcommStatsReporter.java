package org.restcomm.commons.statistics.reporter;

import com.codahale.metrics.MetricRegistry;
import java.util.concurrent.TimeUnit;

/**
 * Stands where the SIP container looks for a reporter that would send usage figures to its vendor
 * every day. This one sends nothing. Its name and methods are what the container links against.
 */
public final class RestcommStatsReporter {

  private static final MetricRegistry METRICS = new MetricRegistry();
  private static final RestcommStatsReporter SILENT = new RestcommStatsReporter();

  /** The reporter. */
  public static RestcommStatsReporter getRestcommStatsReporter() {
    return SILENT;
  }

  /** Where the container counts. */
  public static MetricRegistry getMetricRegistry() {
    return METRICS;
  }

  /** Ignored. */
  public void setRemoteServer(String server) {}

  /** Ignored. */
  public void setProjectName(String name) {}

  /** Ignored. */
  public void setProjectType(String type) {}

  /** Ignored. */
  public void setVersion(String version) {}

  /** Starts nothing. */
  public void start(long period, TimeUnit unit) {}

  /** Nothing to stop. */
  public void stop() {}
}
